using Helpline.Core.Contacts;
using Helpline.Core.Recordings;
using Helpline.Telephony.Simulator.Recordings;

namespace Helpline.Telephony.Tests.Control;

/// <summary>Recording with consent, as the telephone service keeps it.</summary>
public class CallRecordingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Task<RecordingOutcome> DoAsync(ColleagueCentre c, Func<RecordingService, ContactId, Task<RecordingOutcome>> work) =>
        c.DoAsync<RecordingService, RecordingOutcome>(work);

    private static Recording Sound(ColleagueCentre c) => Assert.Single(c.Centre.World.Recordings.All);

    [Fact]
    public async Task WithoutConsent_NothingIsRecorded()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.Centre.AdvanceAsync(30);

        await c.Centre.EndAsync(c.Call, c.Adviser);

        Assert.Empty(c.Centre.World.Recordings.All);
    }

    [Fact]
    public async Task Start_OfSomebodyElsesCall_IsRefused()
    {
        await using var c = await ColleagueCentre.TalkingAsync();

        Assert.Equal(RecordingOutcome.NotYours, await DoAsync(c, (s, id) => s.StartAsync(id, c.Colleague, Stop)));

        Assert.Empty(c.Centre.World.Recordings.All);
    }

    [Fact]
    public async Task Start_Pause_Resume_End_KeepsWhatWasSaidInBetweenAndNotTheSurvey()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        Assert.Equal(RecordingOutcome.Done, await DoAsync(c, (s, id) => s.StartAsync(id, c.Adviser, Stop)));
        await c.Centre.AdvanceAsync(10);
        Assert.Equal(RecordingOutcome.Done, await DoAsync(c, (s, id) => s.PauseAsync(id, c.Adviser, Stop)));
        await c.Centre.AdvanceAsync(60);
        Assert.Equal(RecordingOutcome.Done, await DoAsync(c, (s, id) => s.ResumeAsync(id, c.Adviser, Stop)));
        await c.Centre.AdvanceAsync(5);

        await c.Centre.EndAsync(c.Call, c.Adviser);
        await c.Centre.UntilHeardAsync(c.Call, "Did we help you");
        await c.Centre.AdvanceAsync(5);

        var recording = await RecordingAsync(c);
        Assert.Equal(CallRecordingState.Stopped, recording!.State);
        Assert.InRange(recording.Seconds!.Value, 14, 17);
        Assert.False(Sound(c).Status is RecordingStatus.InProgress or RecordingStatus.Paused);
    }

    [Fact]
    public async Task OnHold_ItIsPaused_AndGoesOnByItself()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await DoAsync(c, (s, id) => s.StartAsync(id, c.Adviser, Stop));

        await c.HoldAsync(onHold: true);
        Assert.Equal(RecordingStatus.Paused, Sound(c).Status);

        await c.HoldAsync(onHold: false);
        Assert.Equal(RecordingStatus.InProgress, Sound(c).Status);
    }

    [Fact]
    public async Task Start_WhileTheCallerIsOnHold_IsRefused()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.HoldAsync(onHold: true);

        Assert.Equal(RecordingOutcome.NotNow, await DoAsync(c, (s, id) => s.StartAsync(id, c.Adviser, Stop)));

        Assert.Empty(c.Centre.World.Recordings.All);
    }

    [Fact]
    public async Task OnHold_WhatTheAdviserPausedStaysPaused()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await DoAsync(c, (s, id) => s.StartAsync(id, c.Adviser, Stop));
        await DoAsync(c, (s, id) => s.PauseAsync(id, c.Adviser, Stop));

        await c.HoldAsync(onHold: true);
        await c.HoldAsync(onHold: false);

        Assert.Equal(RecordingStatus.Paused, Sound(c).Status);
    }

    [Fact]
    public async Task Delete_OnTheCallersWish_TheSoundIsGone()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await DoAsync(c, (s, id) => s.StartAsync(id, c.Adviser, Stop));
        await c.Centre.AdvanceAsync(10);

        Assert.Equal(RecordingOutcome.Done, await DoAsync(c, (s, id) => s.DeleteAsync(id, c.Adviser, Stop)));

        Assert.Equal(RecordingStatus.Deleted, Sound(c).Status);
        Assert.Null(await RecordingAsync(c));
    }

    [Fact]
    public async Task TimeIsOver_TheSoundIsDeletedByTheRule()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await DoAsync(c, (s, id) => s.StartAsync(id, c.Adviser, Stop));
        await c.Centre.AdvanceAsync(10);
        await c.Centre.EndAsync(c.Call, c.Adviser);
        await c.Centre.HangUpAsync(c.Call);
        await c.Centre.AdvanceAsync(20);
        Assert.Equal(0, await c.Centre.InAsync<RecordingService, int>(s => s.DeleteDueAsync(Stop)));

        c.Centre.Clock.SetUtcNow(c.Centre.Clock.GetUtcNow().AddDays(91));

        Assert.Equal(1, await c.Centre.InAsync<RecordingService, int>(s => s.DeleteDueAsync(Stop)));
        Assert.Equal(RecordingStatus.Deleted, Sound(c).Status);
    }

    private static async Task<CallRecording?> RecordingAsync(ColleagueCentre c)
    {
        var id = await c.ContactIdAsync();
        return await c.Centre.InAsync<RecordingService, CallRecording?>(s => s.OfAsync(id, Stop));
    }
}
