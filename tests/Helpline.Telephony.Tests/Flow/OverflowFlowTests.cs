using Helpline.Core.Advisers;
using Helpline.Core.Callbacks;
using Helpline.Core.Calls;
using Helpline.Core.Surges;
using Helpline.Telephony.Simulator.Calls;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>What a caller hears who cannot be answered soon: why, and each way that is left, in words. They may always wait on.</summary>
public class OverflowFlowTests
{
    private const string Nobody = "No adviser is on the line just now.";
    private const string Full = "A great many people are waiting just now.";
    private const string Long = "The wait is long just now";
    private const string Site = "helpline, dot, test";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wait_WhileNobodyIsOn_IsToldOnceWithEveryOtherWay()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();

        await centre.UntilHeardAsync(call, Nobody);
        await centre.AdvanceAsync(150);

        var heard = PhoneCentre.Heard(call);
        var said = Assert.Single(heard, t => t.Contains(Nobody, StringComparison.Ordinal));
        Assert.Contains(Site, said, StringComparison.Ordinal);
        Assert.Contains(heard, t => t.Contains("To leave a message instead of waiting, press 1", StringComparison.Ordinal));
        Assert.Contains(heard, t => t.Contains("have us ring you back, press 2", StringComparison.Ordinal));
        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
        Assert.Equal("", centre.Violations);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public async Task Wait_AsManyAsTheQueueTakes_IsToldThatItIsFull(int takes, bool isFull)
    {
        await using var centre = await StartAsync(o => o.MaxWaiting = takes);
        var adviser = await centre.AdviserAsync();
        await WaitingAsync(centre, adviser, "+447700900124");

        var call = await WaitingAsync(centre, adviser);

        var heard = string.Join(' ', PhoneCentre.Heard(call));
        Assert.Contains("You are second in the queue.", heard, StringComparison.Ordinal);
        Assert.Equal(isFull, heard.Contains(Full, StringComparison.Ordinal));
        Assert.DoesNotContain(Nobody, heard, StringComparison.Ordinal);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Wait_PastTheLimit_IsToldOnceThatItIsLong()
    {
        await using var centre = await StartAsync(o => o.LongWait = TimeSpan.FromMinutes(20));
        var adviser = await centre.AdviserAsync();
        var call = await WaitingAsync(centre, adviser);
        Assert.DoesNotContain(PhoneCentre.Heard(call), t => t.Contains(Long, StringComparison.Ordinal));

        await PassAsync(centre, adviser, minutes: 25);

        var said = Assert.Single(PhoneCentre.Heard(call), t => t.Contains(Long, StringComparison.Ordinal));
        Assert.Contains(Site, said, StringComparison.Ordinal);
        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Key_ToKeepThePlaceWhenNoMoreArePromised_IsToldAtOnceAndWaitsOn()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var call = await centre.WaitingCallerAsync();
        var joined = (await centre.ContactAsync(call)).JoinedAt;
        await centre.InAsync<SurgeService, SurgeOutcome>(s => s.StartAsync(
            new SurgeTerms { Reason = "New guidance", Until = centre.Clock.GetUtcNow().UtcDateTime.AddHours(1), CallbackQuota = 0 }, Guid.NewGuid(), Stop));

        await centre.PressAsync(call, "2");
        await centre.UntilHeardAsync(call, "We have promised as many calls back as we can keep for now.", 10);

        Assert.DoesNotContain(PhoneCentre.Heard(call), t => t.Contains("When it is your turn, we will ring you", StringComparison.Ordinal));
        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
        Assert.Equal(joined, (await centre.ContactAsync(call)).JoinedAt);
        Assert.Equal("", centre.Violations);
    }

    private static Task<PhoneCentre> StartAsync(Action<CallbackOptions> configure) =>
        PhoneCentre.StartAsync(further: services => services.Configure(configure));

    // In the queue and told where, while an adviser's console is there all the time.
    private static async Task<SimulatedCall> WaitingAsync(PhoneCentre centre, AdviserId adviser, string from = PhoneCentre.Parent)
    {
        var call = await centre.RingInAsync(from);
        for (var i = 0; i < 300 && !PhoneCentre.Heard(call).Any(t => t.Contains("have us ring you back, press 2", StringComparison.Ordinal)); i++)
        {
            await centre.BeatAsync([adviser], writes: true);
            await centre.AdvanceAsync(1);
        }

        Assert.Equal(CallState.Queued, (await centre.CallAsync(call)).State);
        return call;
    }

    private static async Task PassAsync(PhoneCentre centre, AdviserId adviser, int minutes)
    {
        for (var i = 0; i < minutes * 6; i++)
        {
            await centre.BeatAsync([adviser], writes: true);
            await centre.AdvanceAsync(10);
        }
    }
}
