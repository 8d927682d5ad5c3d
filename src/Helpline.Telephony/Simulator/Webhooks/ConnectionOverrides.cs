using System.Globalization;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>Timeouts and retry policy of one webhook, written in its URL's fragment; values outside the range fall back to the default.</summary>
internal sealed record ConnectionOverrides
{
    public TimeSpan ConnectTimeout { get; private init; } = TimeSpan.FromSeconds(5);

    public TimeSpan ReadTimeout { get; private init; } = TimeSpan.FromSeconds(15);

    public TimeSpan TotalTimeout { get; private init; } = TimeSpan.FromSeconds(15);

    public int Retries { get; private init; } = 1;

    public IReadOnlySet<string> RetryOn { get; private init; } = new HashSet<string>(StringComparer.Ordinal) { "ct" };

    public string Edge { get; private init; } = "ashburn";

    /// <summary>Whether the URL sets its own retry policy.</summary>
    public bool SetsRetries { get; private init; }

    public static (string Url, ConnectionOverrides Overrides) Split(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (url, new()) : (url[..hash], Parse(url[(hash + 1)..]));
    }

    public bool Retries4xx => RetryOn.Contains("4xx") || RetryOn.Contains("all");

    public bool Retries5xx => RetryOn.Contains("5xx") || RetryOn.Contains("all");

    public bool RetriesTimeout => RetryOn.Contains("rt") || RetryOn.Contains("all");

    public bool RetriesConnect => RetryOn.Contains("ct") || RetryOn.Contains("all");

    private static ConnectionOverrides Parse(string fragment)
    {
        var overrides = new ConnectionOverrides();
        foreach (var pair in fragment.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                overrides = overrides.With(pair[..equals], Uri.UnescapeDataString(pair[(equals + 1)..]));
            }
        }

        return overrides;
    }

    private ConnectionOverrides With(string name, string value) => name switch
    {
        "ct" => this with { ConnectTimeout = Milliseconds(value, 100, 10_000) ?? ConnectTimeout },
        "rt" => this with { ReadTimeout = Milliseconds(value, 100, 15_000) ?? ReadTimeout },
        "tt" => this with { TotalTimeout = Milliseconds(value, 100, 15_000) ?? TotalTimeout },
        "rc" when Number(value, 0, 5) is { } count => this with { Retries = count, SetsRetries = true },
        "rp" => this with { RetryOn = value.Split(',').ToHashSet(StringComparer.Ordinal), SetsRetries = true },
        "e" => this with { Edge = value },
        _ => this,
    };

    private static TimeSpan? Milliseconds(string value, int least, int most) =>
        Number(value, least, most) is { } number ? TimeSpan.FromMilliseconds(number) : null;

    private static int? Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;
}
