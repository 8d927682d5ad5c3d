using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Telephony.Flow;

/// <summary>Writes what callers hear when we are down, for a host of its own.</summary>
public static class FallbackExport
{
    /// <summary>Writes the document to <paramref name="path"/>, and beside it the one that follows a message. Returns both paths.</summary>
    /// <param name="services">Services with <c>AddTelephony</c>; <c>Twilio:PublicBaseUrl</c> must be set.</param>
    /// <param name="path">The file; one that exists is replaced.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<string>> WriteAsync(IServiceProvider services, string path, CancellationToken cancellationToken)
    {
        var documents = services.GetRequiredService<FallbackDocuments>();
        var whole = Path.GetFullPath(path);
        var thanks = $"{Path.GetFileNameWithoutExtension(whole)}-thanks{Path.GetExtension(whole)}";
        var folder = Path.GetDirectoryName(whole)!;
        Directory.CreateDirectory(folder);
        string[] paths = [whole, Path.Combine(folder, thanks)];
        await File.WriteAllBytesAsync(paths[0], documents.Apology(Uri.EscapeDataString(thanks)).ToUtf8(), cancellationToken);
        await File.WriteAllBytesAsync(paths[1], documents.Thanks().ToUtf8(), cancellationToken);
        return paths;
    }
}
