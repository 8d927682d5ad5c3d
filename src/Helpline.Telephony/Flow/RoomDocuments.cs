using Helpline.Core.Spoken;
using Helpline.Telephony.Flow.Content;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Flow;

/// <summary>What is heard waiting or held in a room. Twilio does not loop these, so each names its successor.</summary>
internal sealed class RoomDocuments(VoiceTexts texts, FlowUrls urls, SpokenBoard spoken)
{
    private const string MusicOnly = "music";

    /// <summary>Answers for a room whose nonce is right.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http, string path, VoiceText text)
    {
        var room = http.Request.Query["room"].ToString();
        if (urls.StepOf(http.Request, room, path) is null)
        {
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        }

        var document = new ConferenceWaitDocument();
        if (!http.Request.Query.ContainsKey(MusicOnly))
        {
            document.Say(texts[text]);
        }

        var now = await spoken.CurrentAsync(http.RequestAborted);
        return new TwimlResult(document.Play(urls.Tune).Redirect(urls.RoomText(room, path, MusicOnly)), SpeechStyle.Of(now.Voice));
    }
}
