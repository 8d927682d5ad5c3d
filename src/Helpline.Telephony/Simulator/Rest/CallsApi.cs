using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.FarEnds;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>Calls: create, fetch, list, update.</summary>
internal static class CallsApi
{
    private const int LongestInline = 4000;

    public static IEnumerable<RestOperation> Operations =>
    [
        new(
            "POST",
            "/Calls.json",
            Create,
            "To From Url Method Twiml ApplicationSid FallbackUrl FallbackMethod StatusCallback StatusCallbackMethod StatusCallbackEvent "
            + "Timeout TimeLimit SendDigits CallerId CallReason MachineDetection MachineDetectionTimeout AsyncAmd AsyncAmdStatusCallback "
            + "AsyncAmdStatusCallbackMethod"),
        new("GET", "/Calls.json", List),
        new("GET", "/Calls/{callSid}.json", request => RestReply.Ok(CallResource.Of(Find(request)))),
        new(
            "POST",
            "/Calls/{callSid}.json",
            Update,
            "Url Method Twiml Status FallbackUrl FallbackMethod StatusCallback StatusCallbackMethod TimeLimit"),
    ];

    public static SimulatedCall Find(RestRequest request) =>
        request.World.Calls.Find(request.Route("callSid")) ?? throw RestError.NotFound(request.Path);

    /// <summary>A leg from the fields calls and participants share; checked before anything happens.</summary>
    public static SimulatedCall NewLeg(RestRequest request, DocumentSource? fallback, bool splitEvents)
    {
        var world = request.World;
        var (to, parameters) = OutboundDialler.SplitClient(request.Required("To"));
        var from = request.Required("From");
        if (!world.MayShow(request.Text("CallerId") ?? from, null))
        {
            throw new RestError(400, 21210, "'From' phone number not verified or owned");
        }

        if (!to.StartsWith("client:", StringComparison.Ordinal) && !OutboundDialler.Reachable(to))
        {
            throw new RestError(400, 21211, "Invalid 'To' phone number");
        }

        var events = request.Many("StatusCallbackEvent", splitEvents);
        return new SimulatedCall(world)
        {
            From = from,
            To = to,
            Direction = CallDirection.OutboundApi,
            ClientParameters = parameters,
            Fallback = fallback,
            Callback = request.Url("StatusCallback") is { Length: > 0 } callback
                ? new() { Url = callback, Method = request.Text("StatusCallbackMethod") ?? "POST", Events = events.Count > 0 ? events : ["completed"] }
                : null,
        };
    }

    /// <summary>Dials when the account's allowance comes round, then does <paramref name="answered"/>.</summary>
    public static void Dial(RestRequest request, SimulatedCall leg, Func<CallStep> answered, Action? failed = null)
    {
        var world = request.World;
        var timeout = TimeSpan.FromSeconds(request.Number("Timeout", 60, 5, 600));
        var limit = TimeSpan.FromSeconds(request.Number("TimeLimit", 14_400, 1, 86_400));
        world.Calls.Add(leg);
        leg.QueueTime = world.Calls.TakeDialSlot();
        world.Background(async () =>
        {
            var up = false;
            try
            {
                await world.PauseAsync(leg.QueueTime, leg.Lifetime);
                up = await new OutboundDialler(world).RingAsync(leg, timeout);
            }
            finally
            {
                if (!up)
                {
                    failed?.Invoke();
                }
            }

            if (up)
            {
                world.Background(() => LimitAsync(world, leg, limit));
                await new CallRunner(world, leg).RunAsync(answered());
            }
        });
    }

    private static async Task LimitAsync(SimulatorWorld world, SimulatedCall leg, TimeSpan limit)
    {
        await world.PauseAsync(limit, leg.Lifetime);
        leg.HangUp();
    }

    private static RestReply Create(RestRequest request)
    {
        var world = request.World;
        var fallback = request.Url("FallbackUrl") is { Length: > 0 } url ? DocumentSource.At(url, request.Text("FallbackMethod")) : null;
        var leg = NewLeg(request, fallback, splitEvents: false);
        var source = Source(request) ?? throw RestError.Missing("Url");
        Dial(request, leg, () => new CallStep.Fetch(WithAnsweredBy(request, leg, source)));
        world.Invariants.CheckPrivate(leg, source.Url ?? "");
        return RestReply.Created(CallResource.Of(leg));
    }

    private static DocumentSource WithAnsweredBy(RestRequest request, SimulatedCall leg, DocumentSource source)
    {
        if (request.Text("MachineDetection") is null)
        {
            return source;
        }

        var world = request.World;
        KeyValuePair<string, string> by = new("AnsweredBy", world.FarEnds.For(leg).IsMachine ? "machine_start" : "human");
        if (request.Text("AsyncAmd") != "true")
        {
            return source with { Fields = [.. source.Fields, by] };
        }

        if (request.Url("AsyncAmdStatusCallback") is { Length: > 0 } callback)
        {
            var fields = VoiceFields.For(world, leg);
            fields.Add(by);
            world.Courier.Post(
                new() { Url = callback, Method = request.Text("AsyncAmdStatusCallbackMethod") ?? "POST", Fields = fields, Sid = leg.Sid }, 15003);
        }

        return source;
    }

    // An application's own URL beats the one given; the account's only application is its number's configuration.
    private static DocumentSource? Source(RestRequest request)
    {
        var world = request.World;
        if (request.Text("ApplicationSid") is { Length: > 0 })
        {
            return DocumentSource.At(world.Absolute(world.Options.VoiceUrl), world.Options.VoiceMethod);
        }

        if (request.Text("Twiml") is { Length: > 0 } inline)
        {
            return inline.Length > LongestInline
                ? throw new RestError(400, 32018, "Twiml is too long")
                : new DocumentSource { Inline = inline };
        }

        return request.Url("Url") is { Length: > 0 } url ? DocumentSource.At(url, request.Text("Method")) : null;
    }

    private static RestReply Update(RestRequest request)
    {
        var call = Find(request);
        if (call.IsOver)
        {
            throw NotInProgress();
        }

        switch (request.Text("Status"))
        {
            case "completed":
            case "canceled" when call.Status != CallStatus.InProgress:
                call.HangUp();
                return RestReply.Ok(CallResource.Of(call));
            case "canceled":
                throw NotInProgress();
            case null:
                break;
            default:
                throw new RestError(400, 20001, "Invalid Status");
        }

        if (Source(request) is { } source)
        {
            if (call.Status != CallStatus.InProgress)
            {
                throw NotInProgress();
            }

            call.Redirect(new CallStep.Fetch(source));
        }

        return RestReply.Ok(CallResource.Of(call));
    }

    private static RestError NotInProgress() => new(400, 21220, "Call is not in-progress. Cannot redirect.");

    private static RestReply List(RestRequest request)
    {
        var query = request.Query;
        var calls = request.World.Calls.All.AsEnumerable().Reverse()
            .Where(c => Matches(query["Status"], c.Status.Wire()))
            .Where(c => Matches(query["To"], c.To))
            .Where(c => Matches(query["From"], c.From))
            .Where(c => Matches(query["ParentCallSid"], c.ParentSid));
        return RestPages.Page(request, "calls", calls.Select(CallResource.Of));
    }

    private static bool Matches(string? wanted, string? actual) => string.IsNullOrEmpty(wanted) || wanted == actual;
}
