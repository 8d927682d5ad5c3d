using Helpline.Telephony.Flow;

namespace Helpline.Web.Hosting;

/// <summary>
/// <c>--fallback-document &lt;path&gt;</c>: writes what callers hear when Twilio reaches none of our nodes, as static files for a host of its
/// own, and ends. No background service is started and no database opened.
/// </summary>
public static class FallbackDocumentCommand
{
    /// <summary>The switch; the path follows it.</summary>
    public const string Flag = "--fallback-document";

    /// <summary>Whether it was asked for.</summary>
    public static bool IsAsked(string[] args) => args.Contains(Flag, StringComparer.Ordinal);

    /// <summary>Writes with a host that is composed and not yet built. Returns the exit code: 0 when done, 1 when refused.</summary>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, string[] args, TextWriter output, CancellationToken cancellationToken)
    {
        if (PathOf(args) is not { } path)
        {
            await output.WriteLineAsync($"Refused: say where to, as in {Flag} fallback.xml");
            return 1;
        }

        if (string.IsNullOrEmpty(builder.Configuration["Twilio:PublicBaseUrl"]))
        {
            await output.WriteLineAsync("Refused: Twilio:PublicBaseUrl is empty, and the document names it.");
            return 1;
        }

        await using var app = builder.Build();
        foreach (var file in await FallbackExport.WriteAsync(app.Services, path, cancellationToken))
        {
            await output.WriteLineAsync($"Written: {file}");
        }

        await output.WriteLineAsync("Put both on a host of their own, in one folder, and have the number fall back to the first by GET.");
        return 0;
    }

    private static string? PathOf(string[] args) =>
        args.SkipWhile(a => a != Flag).Skip(1).FirstOrDefault() is { Length: > 0 } path && !path.StartsWith("--", StringComparison.Ordinal) ? path : null;
}
