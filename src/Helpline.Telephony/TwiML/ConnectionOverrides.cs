using System.Globalization;

namespace Helpline.Telephony.TwiML;

/// <summary>How a webhook is to be fetched, carried in its URL's fragment, which is neither sent nor signed.</summary>
internal sealed record ConnectionOverrides
{
    /// <summary>Two more tries on a 5xx, a refused connection or 4 seconds of silence: our handlers can be repeated.</summary>
    public static ConnectionOverrides Retrying { get; } = new()
    {
        RetryCount = 2,
        RetryPolicy = "5xx,ct,rt",
        ReadTimeoutMilliseconds = 4000,
    };

    /// <summary>Tries after the first, 0 to 5.</summary>
    public int? RetryCount { get; init; }

    /// <summary>What is tried again: any of 4xx, 5xx, ct, rt, joined by commas, or all.</summary>
    public string? RetryPolicy { get; init; }

    /// <summary>Time to wait for an answer, 100 to 15000 ms.</summary>
    public int? ReadTimeoutMilliseconds { get; init; }

    /// <summary>Time to connect, 100 to 10000 ms.</summary>
    public int? ConnectTimeoutMilliseconds { get; init; }

    /// <summary>The edge to fetch from, such as <c>dublin</c>.</summary>
    public string? Edge { get; init; }

    /// <summary>The URL with these overrides as its fragment.</summary>
    /// <exception cref="ArgumentException">The URL has a fragment already, or a number is out of range.</exception>
    public string On(string url)
    {
        if (url.Contains('#', StringComparison.Ordinal))
        {
            throw new ArgumentException("The URL has a fragment already.", nameof(url));
        }

        List<string> parts = [];
        Add(parts, "rc", RetryCount, 0, 5);
        Add(parts, "rp", RetryPolicy);
        Add(parts, "rt", ReadTimeoutMilliseconds, 100, 15000);
        Add(parts, "ct", ConnectTimeoutMilliseconds, 100, 10000);
        Add(parts, "e", Edge);
        return parts.Count == 0 ? url : $"{url}#{string.Join('&', parts)}";
    }

    private static void Add(List<string> parts, string name, string? value)
    {
        if (value is not null)
        {
            parts.Add($"{name}={value}");
        }
    }

    private static void Add(List<string> parts, string name, int? value, int least, int most)
    {
        if (value is { } number)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(number, least, name);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(number, most, name);
            Add(parts, name, number.ToString(CultureInfo.InvariantCulture));
        }
    }
}
