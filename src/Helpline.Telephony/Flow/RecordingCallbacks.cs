using System.Globalization;
using Helpline.Core.Calls;
using Helpline.Core.Recordings;
using Helpline.Telephony.Signing;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Flow;

/// <summary>What Twilio tells of recordings of conversations.</summary>
internal sealed class RecordingCallbacks(RecordingService recordings, FlowUrls urls)
{
    /// <summary>One is finished, or turned out empty.</summary>
    public async Task<IResult> FinishedAsync(HttpContext http, CancellationToken cancellationToken)
    {
        var form = TwilioForm.Of(http);
        var text = http.Request.Query["recording"].ToString();
        if (urls.StepOf(http.Request, text, Paths.CallRecording) is null || !RecordingId.TryParse(text, out var id))
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        if (form["RecordingSid"] is { Length: > 0 and <= Call.ProviderIdLength } sid && form["RecordingStatus"] is "completed" or "absent")
        {
            var known = int.TryParse(form["RecordingDuration"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
            await recordings.FinishedAsync(id, sid, known ? seconds : 0, cancellationToken);
        }

        return Results.NoContent();
    }
}
