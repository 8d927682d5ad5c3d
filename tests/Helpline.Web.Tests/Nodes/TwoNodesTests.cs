using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Helpline.Testing.Nodes;
using Helpline.Testing.Recovery;
using Microsoft.AspNetCore.SignalR;

namespace Helpline.Web.Tests.Nodes;

/// <summary>
/// Two nodes on one database and one RabbitMQ take webhooks for the same calls at random. Each is killed once, as by <c>kill -9</c>, with a
/// webhook in hand, and comes back; so whichever of them routes dies too.
/// </summary>
public sealed class TwoNodesTests
{
    private const int Advisers = 4;
    private const int Callers = 16;
    private const int MostAtOnce = 8;
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    // The lease of a killed router (10 seconds), a tick, and a slow machine.
    private static readonly TimeSpan LongestWaitForNothing = TimeSpan.FromSeconds(25);

    // A claim that lost its race is made again by the next look.
    private static readonly TimeSpan NextLook = TimeSpan.FromSeconds(2);

    private readonly List<string> wrong = [];
    private readonly List<string> callers = [];
    private readonly Dictionary<Guid, DateTime> talkingSince = [];
    private readonly Stopwatch waitsForNothing = new();
    private TimeSpan longestWaitForNothing;

    // As long as nodes come and go callers ring, so that each node is killed with work in hand.
    private bool nodesComeAndGo = true;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TwoNodes_EachKilledWithAWebhookInHand_LoseNothingAndOfferNothingTwice()
    {
        await using var centre = await TwoNodes.StartAsync(Random.Shared.Next(), Advisers, Stop);

        await RunAsync(centre, "offers pushed on both nodes", () => Enumerable.Range(0, 2).All(node => centre.Consoles.Any(c => centre.NodeOf(c) == node && c.Pushed.Count > 0)));
        var unheard = await UnheardAsync(centre);
        foreach (var node in new[] { 0, 1 })
        {
            var killed = centre.KillInTheMiddleAsync(node);
            await RunAsync(centre, $"node {node} killed", () => killed.IsCompleted);
            var from = callers.Count;
            await RunAsync(centre, "calls on one node", () => callers.Count >= from + (Callers / 8));
            var back = centre.ReturnAsync(node);
            await RunAsync(centre, $"node {node} back", () => back.IsCompleted);
            await back;
        }

        nodesComeAndGo = false;
        LedgerCounts counts = new(0, 0, int.MaxValue, 0, 0);
        var lines = int.MaxValue;
        await RunAsync(centre, "everything ended", async () =>
        {
            (counts, lines) = (await centre.Ledger.CountAsync(Stop), await LinesUpAsync(centre));
            return callers.Count >= Callers && counts is { Open: 0, OutboxFacts: 0 } && lines == 0;
        });

        var offers = await centre.Ledger.OffersAsync(Stop);
        Assert.True(wrong.Count == 0, $"Seed {centre.Seed}: {string.Join("; ", wrong.Distinct())}");
        Assert.Equal((callers.Count, callers.Count), (counts.Calls, counts.Contacts));
        Assert.Equal(callers.Count, counts.HeldFacts);
        Assert.Equal(0, unheard);
        Assert.All(offers.GroupBy(o => o.ContactId), AssertOneAtATime);
        Assert.All(offers.GroupBy(o => o.AdviserId), AssertOneAtATime);
        AssertInOrder(offers);
        Assert.True(longestWaitForNothing < LongestWaitForNothing, $"A caller waited {longestWaitForNothing} while an adviser was free.");
        Assert.All([0, 1], node => Assert.True(centre.Balancer.TakenBy(node) > Callers, $"Node {node} took {centre.Balancer.TakenBy(node)} webhooks."));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {centre.Seed}, {centre.Balancer.TakenBy(0)} and {centre.Balancer.TakenBy(1)} webhooks, {centre.Balancer.Lost} answers lost, {offers.Count} offers, longest wait beside a free adviser {longestWaitForNothing}");
    }

    private Task RunAsync(TwoNodes centre, string what, Func<bool> done) => RunAsync(centre, what, () => Task.FromResult(done()));

    // Everybody goes on with their day until it is so: a caller rings every second or so, advisers answer, talk, record.
    private async Task RunAsync(TwoNodes centre, string what, Func<Task<bool>> done)
    {
        var sinceCall = Stopwatch.StartNew();
        var since = Stopwatch.StartNew();
        while (!await done())
        {
            if (since.Elapsed > Patience)
            {
                throw new TimeoutException($"Not in time: {what}. Seed {centre.Seed}. {await centre.Ledger.CountAsync(Stop)}{Environment.NewLine}{centre.Output}");
            }

            if ((nodesComeAndGo || callers.Count < Callers) && sinceCall.Elapsed > TimeSpan.FromMilliseconds(700)
                && (await centre.Ledger.CountAsync(Stop)).Open < MostAtOnce)
            {
                callers.Add(await centre.Telephone.PlaceCallAsync($"+447700900{callers.Count:000}"));
                sinceCall.Restart();

                // One in eight gives up at once.
                if (callers.Count % 8 == 0)
                {
                    await centre.Telephone.HangUpAsync(callers[^2]);
                }
            }

            foreach (var console in centre.Consoles)
            {
                await WorkAsync(centre, console);
            }

            await centre.PassAsync();
            await WatchAsync(centre);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {since.Elapsed.TotalSeconds:0.0} s");
    }

    private async Task WatchAsync(TwoNodes centre)
    {
        wrong.AddRange(await centre.Ledger.WrongNowAsync(Stop));
        if (await centre.Ledger.WaitsForNothingAsync(DateTime.UtcNow - TimeSpan.FromSeconds(10), Stop))
        {
            waitsForNothing.Start();
            longestWaitForNothing = waitsForNothing.Elapsed > longestWaitForNothing ? waitsForNothing.Elapsed : longestWaitForNothing;
        }
        else
        {
            waitsForNothing.Reset();
        }
    }

    private async Task WorkAsync(TwoNodes centre, AdviserConsole console)
    {
        try
        {
            var desk = await console.SnapshotAsync(Stop);
            switch ((string?)desk["activity"])
            {
                case "Ringing" when desk["offer"] is JsonObject offer:
                    await console.AcceptAsync((Guid)offer["offerId"]!, Stop);
                    break;
                case "OnContact":
                    await TalkAsync(console, (Guid)desk["contactId"]!);
                    break;
                case "WrapUp":
                    var contact = (Guid)desk["contactId"]!;
                    await console.PostAsync(contact, "Record", new Dictionary<string, string> { ["DispositionCode"] = "info-given" }, Stop);
                    await console.PostAsync(contact, "Complete", Nothing, Stop);
                    break;
                case "Idle" when (string?)desk["presence"] != "Available":
                    await console.DeclareAsync("Available", Stop);
                    break;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or WebSocketException or InvalidOperationException or HubException
            || (e is OperationCanceledException && !Stop.IsCancellationRequested))
        {
            await FindNodeAsync(centre, console);
        }
    }

    private static async Task FindNodeAsync(TwoNodes centre, AdviserConsole console)
    {
        try
        {
            await centre.FindNodeAsync(console);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or WebSocketException or InvalidOperationException)
        {
            // It tries again at the next look.
        }
    }

    // A conversation lasts a second or two; then the adviser ends it, and the caller is asked how it was.
    private async Task TalkAsync(AdviserConsole console, Guid contact)
    {
        if (!talkingSince.TryGetValue(contact, out var since))
        {
            talkingSince[contact] = DateTime.UtcNow;
        }
        else if (DateTime.UtcNow - since > TimeSpan.FromSeconds(1.5))
        {
            await console.PostAsync(contact, "End", Nothing, Stop);
        }
    }

    // Offers made so far of which no console was told unasked, whichever node it was connected to.
    private static async Task<int> UnheardAsync(TwoNodes centre)
    {
        var offers = await centre.Ledger.OffersAsync(Stop);
        var unheard = offers.Count;
        for (var since = Stopwatch.StartNew(); unheard > 0 && since.Elapsed < TimeSpan.FromSeconds(10); await Task.Delay(50, Stop))
        {
            var pushed = centre.Consoles.SelectMany(c => c.Pushed).ToHashSet();
            unheard = offers.Count(o => !pushed.Contains(o.Id));
        }

        return unheard;
    }

    private static void AssertOneAtATime(IEnumerable<LedgerOffer> offers)
    {
        var inTurn = offers.OrderBy(o => o.MadeAt).ToList();
        Assert.All(inTurn.Zip(inTurn.Skip(1)), pair => Assert.True(pair.First.EndedAt <= pair.Second.MadeAt, $"{pair.First} and {pair.Second} overlap."));
    }

    private static void AssertInOrder(IEnumerable<LedgerOffer> offers)
    {
        var firsts = offers.GroupBy(o => o.ContactId).Select(g => g.First()).OrderBy(o => o.JoinedAt).ToList();
        Assert.All(firsts.Zip(firsts.Skip(1)), pair =>
            Assert.True(pair.First.MadeAt <= pair.Second.MadeAt + NextLook, $"{pair.Second.ContactId} was offered before {pair.First.ContactId}, which joined first."));
    }

    private static async Task<int> LinesUpAsync(TwoNodes centre)
    {
        var up = 0;
        foreach (var sid in await centre.Telephone.CallsAsync())
        {
            up += (await centre.Telephone.CallAsync(sid)).Status is "in-progress" or "ringing" or "queued" ? 1 : 0;
        }

        return up;
    }
}
