using Helpline.Core.Calls;
using Helpline.Telephony.Control;
using Helpline.Telephony.Rest;
using Helpline.Telephony.Signing;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Flow;

/// <summary>The leg that rings an adviser on their own telephone: answered, asked for a key, joined. Its progress comes as that of any adviser's leg.</summary>
internal sealed class OwnPhoneSteps(OwnPhoneLines phones, OwnPhoneDocuments documents, VoiceAnswers answers, FlowUrls urls)
{
    /// <summary>Somebody, or something, answered.</summary>
    public Task<IResult> AnsweredAsync(HttpContext http)
    {
        var callSid = TwilioForm.Of(http)["CallSid"];
        var label = http.Request.Query["leg"].ToString();
        return urls.StepOf(http.Request, label, Paths.OwnPhone) is null
            ? Refused()
            : OnceAsync(http, Paths.OwnPhone, callSid, label, async cancellationToken =>
                await phones.RoomForAsync(label, callSid, cancellationToken) is null ? documents.Gone() : documents.Ask(callSid, label));
    }

    /// <summary>The key that takes the call. Any other, or none, counts as a line that did not come up.</summary>
    public Task<IResult> KeyAsync(HttpContext http)
    {
        var form = TwilioForm.Of(http);
        var callSid = form["CallSid"];
        return urls.StepOf(http.Request, callSid, Paths.OwnKey)?.Split('.', 2) is not [_, var label]
            ? Refused()
            : OnceAsync(http, Paths.OwnKey, callSid, label, cancellationToken => JoinAsync(form, callSid, label, cancellationToken));
    }

    private async Task<ITwiml> JoinAsync(TwilioForm form, string callSid, string label, CancellationToken cancellationToken)
    {
        var room = await phones.RoomForAsync(label, callSid, cancellationToken);
        if (CallStatusNames.Parse(form["CallStatus"]).IsOver())
        {
            return FlowDocuments.Nothing();
        }

        if (room is null)
        {
            return documents.Gone();
        }

        if (form["Digits"] == OwnPhoneDocuments.TakeKey)
        {
            return documents.Join(room, label);
        }

        await phones.NotTakenAsync(label, cancellationToken);
        return new VoiceDocument().Hangup();
    }

    private Task<IResult> OnceAsync(HttpContext http, string path, string callSid, string label, Func<CancellationToken, Task<ITwiml>> answer) =>
        callSid.Length is 0 or > Call.ProviderIdLength
            ? Refused()
            : answers.SafelyAsync(http, path, callSid, cancellationToken =>
                answers.OnceAsync($"{callSid} {path[1..]} {label}", path, () => answer(cancellationToken), cancellationToken));

    private static Task<IResult> Refused() => Task.FromResult(Results.StatusCode(StatusCodes.Status403Forbidden));
}
