using System.Globalization;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>
/// Timeouts, retry policy and way out of one webhook, written in its URL's fragment. What the service does not know or does not
/// allow keeps its default and is a fault.
/// </summary>
internal sealed record ConnectionOverrides
{
    private static readonly string[] Policies = ["4xx", "5xx", "ct", "rt", "all"];

    public TimeSpan ConnectTimeout { get; private init; } = TimeSpan.FromSeconds(5);

    public TimeSpan ReadTimeout { get; private init; } = TimeSpan.FromSeconds(15);

    /// <summary>Of all attempts together; 15 seconds is the most, whatever the URL says.</summary>
    public TimeSpan TotalTimeout { get; private init; } = TimeSpan.FromSeconds(15);

    public int Retries { get; private init; } = 1;

    public IReadOnlySet<string> RetryOn { get; private init; } = new HashSet<string>(StringComparer.Ordinal) { "ct" };

    public string Edge { get; private init; } = Edges.Default;

    /// <summary>Whether a TLS handshake names the host.</summary>
    public bool Sni { get; private init; } = true;

    /// <summary>Whether the URL sets its own retry policy.</summary>
    public bool SetsRetries { get; private init; }

    /// <summary>Names of the overrides that were not understood.</summary>
    public IReadOnlyList<string> Faults { get; private init; } = [];

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
            var (name, value) = pair.Split('=', 2) is [var n, var v] ? (n, Uri.UnescapeDataString(v)) : (pair, "");
            overrides = overrides.With(name, value) ?? overrides with { Faults = [.. overrides.Faults, name] };
        }

        return overrides;
    }

    private ConnectionOverrides? With(string name, string value) => (name, value) switch
    {
        ("ct", _) when Milliseconds(value, 10_000) is { } time => this with { ConnectTimeout = time },
        ("rt", _) when Milliseconds(value, 15_000) is { } time => this with { ReadTimeout = time },
        ("tt", _) when Milliseconds(value, 15_000) is { } time => this with { TotalTimeout = time },
        ("rc", _) when Number(value, 0, 5) is { } count => this with { Retries = count, SetsRetries = true },
        ("rp", _) when value.Split(',') is var policies && policies.All(Policies.Contains) =>
            this with { RetryOn = policies.ToHashSet(StringComparer.Ordinal), SetsRetries = true },
        ("sni", "y" or "n") => this with { Sni = value == "y" },
        ("e", _) when Edges.Has(value) => this with { Edge = value },
        _ => null,
    };

    private static TimeSpan? Milliseconds(string value, int most) =>
        Number(value, 100, most) is { } number ? TimeSpan.FromMilliseconds(number) : null;

    private static int? Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;
}
