using System.Security.Cryptography;
using Helpline.Core.Legs;
using Helpline.Core.Recordings;
using Helpline.Core.Routing;
using Helpline.Telephony.Options;
using Helpline.Telephony.Signing;
using Helpline.Telephony.TwiML;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Flow;

/// <summary>
/// The addresses our documents and REST requests hand out. Each carries a nonce of its call, room or offer, and a step that begins
/// with the name of its path, so that no address can stand in for another.
/// </summary>
internal sealed class FlowUrls(StepUrls steps, IPublicAddress address)
{
    /// <summary>Where all voice webhooks live.</summary>
    public const string Base = "/twilio/voice";

    /// <summary>The hold music.</summary>
    public string Tune => address.BaseUrl + HoldTune.Path;

    /// <summary>A recording of the greeting or the privacy notice.</summary>
    public string Sound(Guid recording) => address.BaseUrl + SpokenSounds.PathOf(recording);

    /// <summary>A step of a call that comes once, or once for each <paramref name="part"/>.</summary>
    public string Step(string callSid, string path, string? part = null) => ConnectionOverrides.Retrying.On(StepText(callSid, path, part));

    /// <summary>A step that may come again, each time as one of its own.</summary>
    public string Fresh(string callSid, string path) => Step(callSid, path, New());

    /// <summary>As <see cref="Fresh(string, string)"/>; <paramref name="query"/> goes with it.</summary>
    public string Fresh(string callSid, string path, string query) => ConnectionOverrides.Retrying.On(FreshText(callSid, path, query));

    /// <summary>As <see cref="Fresh(string, string)"/>; the step's part begins with a figure.</summary>
    public string FreshAfter(string callSid, string path, int figure) => Step(callSid, path, $"{figure}{New()}");

    /// <summary>The address that is asked when a document fails.</summary>
    public string Fallback => address.BaseUrl + Base + Paths.Fallback;

    /// <summary>Told of messages left through the static fallback document, which knows no call and so carries no nonce.</summary>
    public string FallbackMessage => ConnectionOverrides.Retrying.On(address.BaseUrl + Base + Paths.FallbackMessage);

    /// <summary>Where our website is, as it is read out: a breath between the parts.</summary>
    public string SpokenSite => string.Join(", dot, ", new Uri(address.BaseUrl).Host.Split('.'));

    /// <summary>Where a page of our website is, as it is read out: a breath between the parts, and hyphens said.</summary>
    /// <param name="path">Its path, such as <c>/topics/school-support</c>.</param>
    public string SpokenPage(string path) =>
        SpokenSite + string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => $", slash, {part.Replace("-", ", hyphen, ", StringComparison.Ordinal)}"));

    /// <summary>A document or callback of the leg that rings a caller back, which has no name when it is asked for.</summary>
    public string Ring(OfferId offer, string path) =>
        ConnectionOverrides.Retrying.On(For($"{path}?offer={Labels.Plain(offer)}", Labels.Plain(offer), path, null));

    /// <summary>As <see cref="Step"/>, for the text of a Redirect, which takes no overrides.</summary>
    public string StepText(string callSid, string path, string? part = null) => For(path, callSid, path, part);

    /// <summary>As <see cref="Fresh(string, string)"/>, for the text of a Redirect; <paramref name="query"/> goes with it.</summary>
    public string FreshText(string callSid, string path, string query) => For($"{path}?{query}", callSid, path, New());

    /// <summary>A document heard in a room, or a room's callback.</summary>
    public string Room(string room, string path) => ConnectionOverrides.Retrying.On(RoomText(room, path));

    /// <summary>As <see cref="Room"/>, for the text of a Redirect.</summary>
    public string RoomText(string room, string path, string? flag = null) =>
        For($"{path}?room={room}{(flag is null ? "" : $"&{flag}=1")}", room, path, null);

    /// <summary>The callback of the leg an offer brings up.</summary>
    public string Leg(OfferId offer) =>
        ConnectionOverrides.Retrying.On(For($"{Paths.AdviserLeg}?offer={Labels.Plain(offer)}", Labels.Plain(offer), Paths.AdviserLeg, null));

    /// <summary>What an adviser's own telephone hears when it is answered; <paramref name="label"/> says which leg it is to be.</summary>
    public string OwnPhone(string label) => ConnectionOverrides.Retrying.On(For($"{Paths.OwnPhone}?leg={label}", label, Paths.OwnPhone, null));

    /// <summary>Told the key that was pressed there.</summary>
    public string OwnKey(string callSid, string label) => Step(callSid, Paths.OwnKey, label);

    /// <summary>The callback of a leg that goes by its own name: a supervisor's, or one from outside.</summary>
    public string Named(RoomLegRef leg) =>
        ConnectionOverrides.Retrying.On(For($"{Paths.NamedLeg}?leg={Labels.Of(leg)}", Labels.Of(leg), Paths.NamedLeg, null));

    /// <summary>The callback of a recording of a conversation.</summary>
    public string Recording(RecordingId recording) => ConnectionOverrides.Retrying.On(
        For($"{Paths.CallRecording}?recording={recording.Value:n}", recording.Value.ToString("n"), Paths.CallRecording, null));

    /// <summary>The step a request was made for; null unless its nonce is that of this subject and path.</summary>
    public string? StepOf(HttpRequest request, string subject, string path)
    {
        var step = steps.StepOf(request, subject);
        return step is not null && (step == path[1..] || step.StartsWith(path[1..] + ".", StringComparison.Ordinal)) ? step : null;
    }

    private static string New() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    private string For(string pathAndQuery, string subject, string path, string? part) =>
        steps.For(Base + pathAndQuery, subject, part is null ? path[1..] : $"{path[1..]}.{part}");
}
