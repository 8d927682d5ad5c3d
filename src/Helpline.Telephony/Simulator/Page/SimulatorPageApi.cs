using System.Buffers;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.FarEnds;
using Helpline.Telephony.Simulator.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Helpline.Telephony.Simulator.Page;

/// <summary>What the simulator page does: place a call, press keys, speak, hang up, read along.</summary>
internal static class SimulatorPageApi
{
    private const int LongestSpeech = 2000;
    private const int MostKeys = 64;
    private static readonly SearchValues<char> Keys = SearchValues.Create("0123456789*#w");

    public static RouteGroupBuilder Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/simulator/api").DisableAntiforgery().ExcludeFromDescription();
        group.MapGet("/calls", ListAsync);
        group.MapPost("/calls", PlaceAsync);
        group.MapGet("/calls/{callSid}", ShowAsync);
        group.MapPost("/calls/{callSid}/answer", AnswerAsync);
        group.MapPost("/calls/{callSid}/digits", PressAsync);
        group.MapPost("/calls/{callSid}/speech", SpeakAsync);
        group.MapPost("/calls/{callSid}/hangup", HangUpAsync);
        group.MapGet("/messages", MessagesAsync);
        group.MapPost("/messages", TextAsync);
        return group;
    }

    private static async Task<Ok<List<CallSummary>>> ListAsync(SimulatorWorld world) =>
        TypedResults.Ok(await world.Loop.RunAsync(() => world.Calls.All.Reverse().Select(call => Summary(world, call)).ToList()));

    private static async Task<Results<Ok<PlacedCall>, ProblemHttpResult>> PlaceAsync(PlaceCall? request, SimulatorWorld world)
    {
        var from = request?.From ?? await world.Loop.RunAsync(() => DramaNumber(world.Random));
        return IsCallerId(from)
            ? TypedResults.Ok(new PlacedCall(await world.Loop.RunAsync(() => RingIn(world, from))))
            : Bad("from is neither an E.164 number nor a withheld caller's spelling");
    }

    // Whoever rings from the page can be rung back there.
    private static string RingIn(SimulatorWorld world, string from)
    {
        if (from.StartsWith('+'))
        {
            world.FarEnds.SetPage(from);
        }

        return world.Lines.RingIn(from).Sid;
    }

    private static async Task<Results<Accepted, NotFound, ProblemHttpResult>> AnswerAsync(string callSid, SimulatorWorld world)
    {
        var answered = await world.Loop.RunAsync(() => world.Calls.Find(callSid) is { } call
            ? world.FarEnds.For(call) is PageTelephone page && page.Answer(call)
            : (bool?)null);
        return answered switch
        {
            null => TypedResults.NotFound(),
            true => TypedResults.Accepted((string?)null),
            false => Bad("the call does not ring here"),
        };
    }

    private static async Task<Results<Ok<CallView>, NotFound>> ShowAsync(string callSid, SimulatorWorld world)
    {
        var view = await world.Loop.RunAsync(() => world.Calls.Find(callSid) is { } call
            ? new CallView(call.Sid, call.From, call.To, VoiceFields.Wire(call.Direction), call.Status.Wire(), [.. call.Transcript.Lines], call.Document)
            : null);
        return view is null ? TypedResults.NotFound() : TypedResults.Ok(view);
    }

    private static async Task<Results<Accepted, NotFound, ProblemHttpResult>> PressAsync(
        string callSid, PressKeys? request, SimulatorWorld world)
    {
        if (request?.Digits is not { Length: > 0 and <= MostKeys } digits || digits.AsSpan().IndexOfAnyExcept(Keys) >= 0)
        {
            return Bad("digits must be 0-9, *, # or w (a pause), 64 at most");
        }

        return await WithLiveCallAsync(world, callSid, call => world.Background(() => world.Lines.PressAsync(call, digits, call.Lifetime)));
    }

    private static async Task<Results<Accepted, NotFound, ProblemHttpResult>> SpeakAsync(
        string callSid, Speak? request, SimulatorWorld world)
    {
        if (request?.Text is not { Length: <= LongestSpeech } text || string.IsNullOrWhiteSpace(text))
        {
            return Bad("text must be 1 to 2000 characters");
        }

        return await WithLiveCallAsync(world, callSid, call => world.Lines.Say(call, text));
    }

    private static Task<Results<Accepted, NotFound, ProblemHttpResult>> HangUpAsync(string callSid, SimulatorWorld world) =>
        WithLiveCallAsync(world, callSid, call => call.HangUp());

    private static async Task<Results<Accepted, NotFound, ProblemHttpResult>> WithLiveCallAsync(
        SimulatorWorld world, string callSid, Action<SimulatedCall> act)
    {
        var outcome = await world.Loop.RunAsync(() =>
        {
            var call = world.Calls.Find(callSid);
            if (call is not { IsOver: false })
            {
                return call is null ? (bool?)null : call.EndedAt == world.Clock.GetUtcNow();
            }

            act(call);
            return true;
        });
        return outcome switch
        {
            null => TypedResults.NotFound(),
            true => TypedResults.Accepted((string?)null),
            false => Bad("the call is over"),
        };
    }

    private static async Task<Ok<List<TextView>>> MessagesAsync(SimulatorWorld world) =>
        TypedResults.Ok(await world.Loop.RunAsync(() => world.Messages.All.Reverse().Select(View).ToList()));

    private static async Task<Results<Ok<TextView>, ProblemHttpResult>> TextAsync(SendText? request, SimulatorWorld world)
    {
        var from = request?.From ?? await world.Loop.RunAsync(() => DramaNumber(world.Random));
        return request?.Body is { Length: > 0 and <= MessageText.MaxLength } body && IsCallerId(from)
            ? TypedResults.Ok(await world.Loop.RunAsync(() => View(world.Messages.Receive(from, body))))
            : Bad("body must be 1 to 1600 characters and from a number");
    }

    /// <summary>A mobile number from the range Ofcom keeps for drama: nobody has it.</summary>
    private static string DramaNumber(Random random) => $"+447700900{random.Next(1000):D3}";

    private static bool IsCallerId(string from) =>
        from is "" or "anonymous" or "restricted" or "unavailable" or "unknown" or "private"
        || (from.Length <= 300 && (from.StartsWith("client:", StringComparison.Ordinal) || from.StartsWith("sip:", StringComparison.Ordinal)))
        || (from is ['+', _, ..] && from.Length is >= 7 and <= 16 && from.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);

    private static ProblemHttpResult Bad(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    private static CallSummary Summary(SimulatorWorld world, SimulatedCall call) => new(
        call.Sid, call.From, call.To, VoiceFields.Wire(call.Direction), call.Status.Wire(), call.Created.UtcDateTime, call.ParentSid,
        call.Direction != CallDirection.Inbound && world.FarEnds.For(call) is PageTelephone);

    private static TextView View(SimulatedMessage message) =>
        new(message.Sid, message.From, message.To, message.Inbound, message.Body, message.Status, message.Created.UtcDateTime);

    private sealed record PlaceCall(string? From);

    private sealed record PlacedCall(string CallSid);

    private sealed record PressKeys(string? Digits);

    private sealed record Speak(string? Text);

    private sealed record SendText(string? From, string? Body);

    private sealed record CallSummary(string CallSid, string From, string To, string Direction, string Status, DateTime At, string? ParentCallSid, bool Answerable);

    private sealed record CallView(
        string CallSid, string From, string To, string Direction, string Status, IReadOnlyList<TranscriptLine> Transcript, string Document);

    private sealed record TextView(string MessageSid, string From, string To, bool Inbound, string Body, string Status, DateTime At);
}
