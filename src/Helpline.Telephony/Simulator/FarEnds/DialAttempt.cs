using System.Xml.Linq;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Twiml;

namespace Helpline.Telephony.Simulator.FarEnds;

/// <summary>Rings a Dial's parties at once; the first to answer wins and the others are cancelled.</summary>
internal sealed class DialAttempt(SimulatorWorld world, SimulatedCall parent, XElement verb, VerbFrame frame, string callerId)
{
    private readonly List<SimulatedCall> legs = [];

    public SimulatedCall? Answered { get; private set; }

    public string? LastSid => legs.LastOrDefault()?.Sid;

    /// <summary>What became of the legs when none answered.</summary>
    public string Result => legs switch
    {
        _ when legs.Exists(l => l.Status == CallStatus.Busy) => "busy",
        _ when legs.Exists(l => l.Status == CallStatus.NoAnswer) => "no-answer",
        _ when legs.Exists(l => l.Status == CallStatus.Canceled) => "canceled",
        _ => "failed",
    };

    public async Task RingAsync(IReadOnlyList<XElement> nouns)
    {
        var ringing = nouns.Select(noun => RingOneAsync(noun, Leg(noun))).ToList();
        try
        {
            while (ringing.Count > 0 && Answered is null)
            {
                var first = Task.WhenAny(ringing);
                await first.OrCancelledAsync(frame.Cancel);
                var done = await first;
                ringing.Remove(done);
                await done;
            }
        }
        finally
        {
            foreach (var leg in legs.Where(l => l != Answered && !l.IsOver))
            {
                leg.HangUp();
            }
        }
    }

    private async Task RingOneAsync(XElement noun, SimulatedCall leg)
    {
        var timeout = TimeSpan.FromSeconds(Math.Clamp(verb.Number("timeout", 30), 5, 600));
        if (!await new OutboundDialler(world).RingAsync(leg, timeout))
        {
            return;
        }

        if (noun.Text("url") is { Length: > 0 } whisper)
        {
            var source = DocumentSource.At(frame.Document.Resolve(whisper), noun.Method("method"));
            if (!await new CallRunner(world, leg).WhisperAsync(source, leg.Execution))
            {
                leg.HangUp();
                return;
            }
        }

        if (Answered is null && !leg.IsOver)
        {
            Answered = leg;
        }
    }

    private SimulatedCall Leg(XElement noun)
    {
        var isClient = noun.Name.LocalName == "Client";
        var (to, parameters) = isClient ? Client(noun) : (noun.Value.Trim(), []);
        var callback = noun.Text("statusCallback") is { Length: > 0 } url
            ? new CallbackSettings
            {
                Url = frame.Document.Resolve(url),
                Method = noun.Method("statusCallbackMethod"),
                Events = noun.Words("statusCallbackEvent") is { Length: > 0 } events ? events : ["completed"],
            }
            : null;
        var leg = world.Calls.Add(new SimulatedCall(world)
        {
            From = callerId,
            To = to,
            Direction = CallDirection.OutboundDial,
            ParentSid = parent.Sid,
            ClientParameters = parameters,
            Callback = callback,
        });
        legs.Add(leg);
        return leg;
    }

    private static (string To, Dictionary<string, string> Parameters) Client(XElement noun)
    {
        var identity = noun.Element("Identity")?.Value ?? noun.Nodes().OfType<XText>().FirstOrDefault()?.Value ?? "";
        var (to, parameters) = OutboundDialler.SplitClient("client:" + identity.Trim());
        foreach (var parameter in noun.Elements("Parameter"))
        {
            parameters[parameter.Text("name") ?? ""] = parameter.Text("value") ?? "";
        }

        return (to, parameters);
    }
}
