using Helpline.Core.Spoken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpline.Telephony.Flow;

/// <summary>
/// Serves the recordings of greeting and privacy notice. Unsigned like the hold music, because Twilio fetches them like any file, and open like it: every caller hears
/// them. Only a recording that is in use is served, and it comes from memory.
/// </summary>
internal static class SpokenSounds
{
    /// <summary>Where they are served, each under its own name.</summary>
    public const string Folder = "/twilio/media/spoken/";

    /// <summary>The path of one.</summary>
    public static string PathOf(Guid recording) => $"{Folder}{recording:n}";

    /// <summary>Maps them.</summary>
    public static void MapSpokenSounds(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(Folder + "{recording:guid}", ServeAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> ServeAsync(Guid recording, HttpContext http, SpokenBoard board, CancellationToken cancellationToken)
    {
        if (await board.SoundAsync(recording, cancellationToken) is not { } sound)
        {
            http.Response.Headers.CacheControl = "no-store";
            return Results.NotFound();
        }

        // Another recording has another address.
        http.Response.Headers.CacheControl = "public, max-age=604800, immutable";
        return Results.Bytes(sound.Content, MediaType(sound.Kind), enableRangeProcessing: true);
    }

    private static string MediaType(SoundKind kind) => kind switch
    {
        SoundKind.Wav => "audio/wav",
        SoundKind.Mp3 => "audio/mpeg",
    };
}
