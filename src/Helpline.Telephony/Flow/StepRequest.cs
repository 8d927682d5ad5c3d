using Helpline.Core.Calls;
using Helpline.Telephony.Signing;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Flow;

/// <summary>A verified request for the next document of a call we know.</summary>
/// <param name="Call">The call as it is now.</param>
/// <param name="Step">The step, with its part if it has one.</param>
/// <param name="Form">Twilio's fields.</param>
/// <param name="Query">Our own.</param>
internal sealed record StepRequest(CallRef Call, string Step, TwilioForm Form, IQueryCollection Query)
{
    /// <summary>The caller's leg.</summary>
    public string CallSid => Call.ProviderCallId;

    /// <summary>The step's part, or null.</summary>
    public string? Part => Step.Split('.', 2) is [_, var part] ? part : null;

    /// <summary>Keys pressed, or null when none were asked for or pressed.</summary>
    public string? Digits => Form["Digits"] is { Length: > 0 } digits ? digits : null;

    /// <summary>Words recognised, or null.</summary>
    public string? Speech => Form["SpeechResult"] is { Length: > 0 } speech ? speech : null;

    /// <summary>Whether the caller has hung up by now.</summary>
    public bool CallIsOver => Rest.CallStatusNames.IsOver(Rest.CallStatusNames.Parse(Form["CallStatus"]));
}
