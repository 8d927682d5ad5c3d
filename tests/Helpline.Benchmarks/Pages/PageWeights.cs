using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Helpline.Benchmarks.Calls;
using Helpline.Benchmarks.Measuring;

namespace Helpline.Benchmarks.Pages;

/// <summary>
/// The pages a parent opens first, as Kestrel sends them: bytes over the wire with everything they load cold, and the time to the first
/// byte beside that of the smallest answer the same host gives.
/// </summary>
internal static partial class PageWeights
{
    private const int Rounds = 60;
    private const int WarmUp = 10;
    private const string Smallest = "/health/live";

    private static readonly string[] Pages = ["/", "/advice/refused-an-assessment", "/search?q=they+wont+assess+my+son"];

    public static async Task RunAsync()
    {
        Report.Title("(d) Public pages");
        using var folder = new WorkFolder();
        await using var helpline = new ServedHelpline(folder);
        helpline.Start();
        using var browser = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, PooledConnectionLifetime = TimeSpan.FromMinutes(10) })
        {
            BaseAddress = new Uri(helpline.Address),
        };
        foreach (var page in Pages)
        {
            await WeighAsync(browser, page);
            await TimeAsync(browser, page);
        }
    }

    private static async Task WeighAsync(HttpClient browser, string page)
    {
        var own = await BytesAsync(browser, page);
        var html = await browser.GetStringAsync(page);
        var loads = Loads().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).Distinct(StringComparer.Ordinal).ToList();
        if (loads.Count < 2)
        {
            throw new InvalidOperationException($"{page} loads {loads.Count} things: its styles were not found, so its weight would be wrong.");
        }

        var rest = 0;
        foreach (var load in loads)
        {
            rest += await BytesAsync(browser, load);
        }

        Report.Note($"{page,-44} {own / 1024.0,6:0.0} KB by itself, {(own + rest) / 1024.0,6:0.0} KB with the {loads.Count} files it loads");
    }

    private static async Task TimeAsync(HttpClient browser, string page)
    {
        var (ours, limit) = (new Latencies(), new Latencies());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var first = await FirstByteAsync(browser, page);
            var least = await FirstByteAsync(browser, Smallest);
            if (round >= 0)
            {
                ours.Add(first);
                limit.Add(least);
            }
        }

        Report.Beside("  time to first byte", ours, $"  of {Smallest}", limit);
    }

    private static async Task<double> FirstByteAsync(HttpClient browser, string path)
    {
        using var request = Request(path);
        var started = Stopwatch.GetTimestamp();
        using var response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1]);
        var taken = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        response.EnsureSuccessStatusCode();
        await body.CopyToAsync(Stream.Null);
        return taken;
    }

    private static async Task<int> BytesAsync(HttpClient browser, string path)
    {
        using var request = Request(path);
        using var response = await browser.SendAsync(request);
        return (await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
    }

    private static HttpRequestMessage Request(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Encoding", "br, gzip");
        return request;
    }

    [GeneratedRegex("""<(?:link rel="(?:stylesheet|icon)"|script)[^>]*?(?:href|src)="([^"]+)""")]
    private static partial Regex Loads();
}
