using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Tests.Flow;

namespace Helpline.Telephony.Tests.Reconciling;

/// <summary>A day on which everything the contract allows to go wrong does: news lost, late, twice and out of order, answers thrown away.</summary>
public class BadDayTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Call_OnABadDay_IsServedOrKeptAndNeverLeftHanging(int seed)
    {
        await using var centre = await PhoneCentre.StartAsync(options =>
        {
            options.Chaos.MakeHostile();
            options.Chaos.Seed = seed;

            // A refused or unanswered request is tried again after a pause of the clock, which a test that waits for it would stop.
            options.Chaos.ThrottleRate = 0;
            options.Chaos.RestReplyLostRate = 0;
            options.Chaos.RestErrorRate = 0;
        });
        var adviser = await centre.AdviserAsync();
        var call = await centre.RingInAsync();

        Assert.True(await ReachAsync(centre, call, adviser, CallState.Connected), $"never connected; {centre.Violations}");
        await centre.AdvanceAsync(30);
        await centre.EndAsync(call, adviser);
        Assert.True(await ReachAsync(centre, call, adviser, CallState.Ended), $"never ended; {centre.Violations}");

        Assert.Equal(ContactStatus.WrapUp, (await centre.ContactAsync(call)).Status);
        Assert.True(call.IsOver);
        Assert.All(centre.World.Calls.All, leg => Assert.True(leg.IsOver));
    }

    private static async Task<bool> ReachAsync(PhoneCentre centre, SimulatedCall call, AdviserId adviser, CallState state)
    {
        var until = centre.Clock.GetUtcNow() + Patience;
        while (centre.Clock.GetUtcNow() < until)
        {
            var now = (await centre.CallOrNullAsync(call))?.State;
            if (now == state)
            {
                return true;
            }

            if (now is CallState.Queued or CallState.Reconnecting)
            {
                await centre.AvailableAsync(adviser);
                if (await centre.OfferAsync(adviser) is { } offer)
                {
                    await centre.AcceptAsync(offer, adviser);
                }
            }

            await centre.AdvanceAsync(5);
            if (centre.Clock.GetUtcNow().Second < 5)
            {
                await centre.ReconcileAsync();
            }
        }

        return false;
    }
}
