using Helpline.Core.Advisers;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Control;

/// <summary>A supervisor on a call: who hears whom, as the telephone service mixes it.</summary>
public class MonitorTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Listen_HearsBothAndIsHeardByNobody()
    {
        await using var c = await ColleagueCentre.TalkingAsync();

        Assert.Equal(MonitorOutcome.Done, await c.MonitorAsync(c.Colleague, MonitorMode.Listen));
        await c.Centre.AdvanceAsync(5);

        var supervisor = c.In(c.Colleague);
        Assert.True(c.Hears(supervisor, c.Caller()) && c.Hears(supervisor, c.In(c.Adviser)));
        Assert.False(c.Hears(c.Caller(), supervisor) || c.Hears(c.In(c.Adviser), supervisor));
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Whisper_IsHeardByTheAdviserAlone()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.MonitorAsync(c.Colleague, MonitorMode.Listen);
        await c.Centre.AdvanceAsync(5);

        Assert.Equal(MonitorOutcome.Done, await c.MonitorAsync(c.Colleague, MonitorMode.Whisper));

        var supervisor = c.In(c.Colleague);
        Assert.True(c.Hears(c.In(c.Adviser), supervisor));
        Assert.False(c.Hears(c.Caller(), supervisor));
    }

    [Fact]
    public async Task Whisper_FromTheStart_IsNeverHeardByTheCaller()
    {
        await using var c = await ColleagueCentre.TalkingAsync();

        await c.MonitorAsync(c.Colleague, MonitorMode.Whisper);
        await c.Centre.AdvanceAsync(5);

        Assert.True(c.Hears(c.In(c.Adviser), c.In(c.Colleague)));
        Assert.False(c.Hears(c.Caller(), c.In(c.Colleague)));
    }

    [Fact]
    public async Task Join_IsHeardByBoth_AndListenAgainByNobody()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.MonitorAsync(c.Colleague, MonitorMode.Join);
        await c.Centre.AdvanceAsync(5);
        Assert.True(c.Hears(c.Caller(), c.In(c.Colleague)) && c.Hears(c.In(c.Adviser), c.In(c.Colleague)));

        Assert.Equal(MonitorOutcome.Done, await c.MonitorAsync(c.Colleague, MonitorMode.Listen));

        Assert.False(c.Hears(c.Caller(), c.In(c.Colleague)) || c.Hears(c.In(c.Adviser), c.In(c.Colleague)));
    }

    [Fact]
    public async Task EachChange_IsALineOfTheHistory()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.MonitorAsync(c.Colleague, MonitorMode.Listen);
        await c.Centre.AdvanceAsync(5);
        await c.MonitorAsync(c.Colleague, MonitorMode.Whisper);
        await c.Centre.InAsync<MonitorService, bool>(s => s.StopAsync(c.Colleague, Stop));
        await c.Centre.AdvanceAsync(5);

        var id = await c.ContactIdAsync();
        var lines = await c.Centre.InAsync<HelplineDbContext, List<(string? Code, AdviserId? By)>>(async db =>
            [.. (await db.Timeline.AsNoTracking().Where(t => t.ContactId == id && t.Kind == "MonitorChanged").OrderBy(t => t.At).ToListAsync(Stop)).Select(t => (t.Code, t.AdviserId))]);
        Assert.Equal([("listen", c.Colleague), ("in-room", c.Colleague), ("whisper", c.Colleague), ("ended", c.Colleague)], lines);
        Assert.Null(c.In(c.Colleague));
    }

    [Fact]
    public async Task OnACall_TheSupervisorIsOfferedNothingAndCannotTakeASecond()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.MonitorAsync(c.Colleague, MonitorMode.Listen);
        await c.Centre.AdvanceAsync(3);
        await c.Centre.WaitingCallerAsync("+447700900456");

        Assert.Null(await c.Centre.OfferAsync(c.Colleague));

        await c.Centre.InAsync<MonitorService, bool>(s => s.StopAsync(c.Colleague, Stop));
        Assert.NotNull(await c.Centre.OfferAsync(c.Colleague));
    }

    [Fact]
    public async Task CallerHangsUp_TheSupervisorsLineEndsToo()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.MonitorAsync(c.Colleague, MonitorMode.Join);
        await c.Centre.AdvanceAsync(5);

        await c.Centre.HangUpAsync(c.Call);
        await c.Centre.AdvanceAsync(20);

        Assert.DoesNotContain(c.Centre.World.Calls.All, call => !call.IsOver);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task NewsOfTheSupervisorsLeaving_WasLost_TheReconcilerNotices()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.MonitorAsync(c.Colleague, MonitorMode.Listen);
        await c.Centre.AdvanceAsync(30);
        c.Centre.Webhooks.To = null;
        await c.Centre.HangUpAsync(c.In(c.Colleague)!.Call);
        await c.Centre.AdvanceAsync(60);
        await c.Centre.RestartAsync();

        Assert.True(await c.Centre.ReconcileAsync() > 0);

        Assert.Equal(MonitorOutcome.Done, await c.MonitorAsync(c.Colleague, MonitorMode.Listen));
    }
}
