using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Contacts;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>A caller's way from the first ring to goodbye, as the caller hears it.</summary>
public class CallFlowTests
{
    private static readonly DateTimeOffset SundayMorning = new(2026, 11, 8, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Call_FromRingToSurvey_IsHeardAndKept()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();

        var call = await centre.WaitingCallerAsync();
        await centre.UntilHeardAsync(call, "You are first in the queue");
        await centre.ConnectAsync(call, adviser);
        Assert.Equal(ContactStatus.InProgress, (await centre.ContactAsync(call)).Status);
        Assert.NotNull((await centre.ContactAsync(call)).AnsweredAt);
        await centre.AdvanceAsync(60);
        Assert.Equal(ContactOutcome.Done, await centre.EndAsync(call, adviser));
        await centre.UntilHeardAsync(call, "Did we help you?");
        await centre.PressAsync(call, "5");
        await centre.UntilHeardAsync(call, "Do you know what to do next?");
        await centre.PressAsync(call, "4");
        await centre.UntilAsync(call, CallState.Ended);

        var heard = string.Join(' ', PhoneCentre.Heard(call));
        Assert.Contains("call 9 9 9", heard, StringComparison.Ordinal);
        Assert.Contains("We do not record the call unless you say yes", heard, StringComparison.Ordinal);
        Assert.EndsWith("Thank you. Goodbye.", heard, StringComparison.Ordinal);
        var feedback = await centre.FeedbackAsync(call);
        Assert.Equal((5, 4), (feedback!.Helped, feedback.NextStepClear));
        Assert.Equal(ContactStatus.WrapUp, (await centre.ContactAsync(call)).Status);
        Assert.Equal(Activity.WrapUp, (await centre.AdviserNowAsync(adviser)).Activity);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Call_ThatSaysNothing_ReachesTheQueueWithoutTopicOrPlace()
    {
        await using var centre = await PhoneCentre.StartAsync();

        var call = await centre.WaitingCallerAsync("anonymous");

        var contact = await centre.ContactAsync(call);
        Assert.Null(contact.EnquirerNumber);
        Assert.Equal((null, null, null), (contact.TopicId, contact.TopicGroupId, contact.RegionCode));
        Assert.NotNull(contact.JoinedAt);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Menus_WithKeys_KeepRegionTopicAndGroup()
    {
        await using var centre = await PhoneCentre.StartAsync();

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "press a key for your region");
        await centre.PressAsync(call, "1");
        await centre.UntilHeardAsync(call, "What is your call about?");
        await centre.PressAsync(call, "1");
        await centre.UntilHeardAsync(call, "For a refusal to assess, press 2.");
        await centre.PressAsync(call, "2");
        await centre.UntilAsync(call, CallState.Queued);

        var contact = await centre.ContactAsync(call);
        Assert.Equal("E12000001", contact.RegionCode);
        Assert.Equal(("refusal-to-assess", "needs-assessment"), (contact.TopicId, contact.TopicGroupId));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Area_BySpeech_KeepsTheAuthority()
    {
        await using var centre = await PhoneCentre.StartAsync();

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "say the name of your council");
        await centre.SayAsync(call, "Kent.");
        await centre.UntilHeardAsync(call, "What is your call about?");

        var contact = await centre.ContactAsync(call);
        Assert.Equal("E10000016", contact.AuthorityCode);
        Assert.Equal("E12000008", contact.RegionCode);
    }

    [Fact]
    public async Task Area_NotUnderstood_IsNotAskedAgain()
    {
        await using var centre = await PhoneCentre.StartAsync();

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "say the name of your council");
        await centre.SayAsync(call, "Well it is about my son.");
        await centre.UntilHeardAsync(call, "The adviser will ask you.");
        await centre.UntilAsync(call, CallState.Queued);

        Assert.Null((await centre.ContactAsync(call)).AuthorityCode);
        Assert.Single(PhoneCentre.Heard(call), t => t.Contains("say the name of your council", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Topic_WithAKeyOfNoChoice_GoesOnToTheQueue()
    {
        await using var centre = await PhoneCentre.StartAsync();

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "press a key for your region");
        await centre.PressAsync(call, "0");
        await centre.UntilHeardAsync(call, "What is your call about?");
        await centre.PressAsync(call, "9");
        await centre.UntilAsync(call, CallState.Queued, 5);

        Assert.Null((await centre.ContactAsync(call)).TopicGroupId);
    }

    [Fact]
    public async Task Closed_SaysWhenItOpensAndKeepsTheMessage()
    {
        await using var centre = await PhoneCentre.StartAsync(at: SundayMorning);

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "We open again tomorrow, Monday, at 9 in the morning.");
        await centre.UntilHeardAsync(call, "leave your message after the tone");
        await centre.AdvanceAsync(12);
        await centre.SayAsync(call, "My number is the one I ring from.");
        await centre.PressAsync(call, "#");
        await centre.UntilAsync(call, CallState.Ended);
        await centre.AdvanceAsync(60);

        var contact = await centre.ContactAsync(call);
        Assert.True(contact.IsVoicemail);
        Assert.Equal(ContactStatus.Waiting, contact.Status);
        Assert.NotNull(contact.ReplyDueAt);
        Assert.StartsWith("RE", (await centre.CallAsync(call)).RecordingId, StringComparison.Ordinal);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Message_EndedByHangingUp_IsKept()
    {
        await using var centre = await PhoneCentre.StartAsync(at: SundayMorning);

        var call = await centre.RingInAsync();
        await centre.UntilHeardAsync(call, "leave your message after the tone");
        await centre.AdvanceAsync(12);
        await centre.SayAsync(call, "Please ring me.");
        await centre.HangUpAsync(call);
        await centre.AdvanceAsync(60);

        Assert.True((await centre.ContactAsync(call)).IsVoicemail);
        Assert.Equal(ContactStatus.Waiting, (await centre.ContactAsync(call)).Status);
    }

    [Fact]
    public async Task Message_InsteadOfWaiting_IsLeftByOneKey()
    {
        await using var centre = await PhoneCentre.StartAsync();

        var call = await centre.WaitingCallerAsync();
        await centre.UntilHeardAsync(call, "You are first in the queue");
        await centre.PressAsync(call, "1");
        await centre.UntilHeardAsync(call, "leave your message after the tone", 10);
        await centre.AdvanceAsync(12);
        await centre.SayAsync(call, "Please ring me.");
        await centre.PressAsync(call, "#");
        await centre.UntilAsync(call, CallState.Ended);
        await centre.AdvanceAsync(60);

        Assert.True((await centre.ContactAsync(call)).IsVoicemail);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Message_KeyAfterAnAdviserAccepted_KeepsTheCallWithTheAdviser()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.UntilHeardAsync(call, "You are first in the queue");
        var offer = await centre.OfferAsync(adviser);

        await centre.AcceptAsync(offer!.Value, adviser);
        await centre.PressAsync(call, "1");
        await centre.UntilAsync(call, CallState.Connected, 30);

        Assert.False((await centre.ContactAsync(call)).IsVoicemail);
    }

    [Fact]
    public async Task Wait_TellsThePlaceAgainWhenItGetsBetterOrAMinuteHasPassed()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var first = await centre.WaitingCallerAsync("+447700900124");
        var call = await centre.WaitingCallerAsync();

        await centre.UntilHeardAsync(call, "You are second in the queue");
        await centre.AdvanceAsync(30);
        Assert.Single(PhoneCentre.Heard(call), t => t.Contains("in the queue", StringComparison.Ordinal));
        await centre.AdvanceAsync(60);
        Assert.Equal(2, PhoneCentre.Heard(call).Count(t => t.Contains("You are second in the queue", StringComparison.Ordinal)));
        await centre.HangUpAsync(first);
        await centre.UntilHeardAsync(call, "You are first in the queue", 40);
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Hold_AndResume_AreDoneAtTheService()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);
        var contact = (await centre.CallAsync(call)).ContactId;
        var stop = TestContext.Current.CancellationToken;

        var held = await centre.InAsync<ContactService, ContactOutcome>(c => c.HoldAsync(contact, adviser, onHold: true, stop));
        await centre.AdvanceAsync(50);
        Assert.True(centre.World.Conferences.All[0].Participants.Single(p => p.Call == call).Hold);
        var resumed = await centre.InAsync<ContactService, ContactOutcome>(c => c.HoldAsync(contact, adviser, onHold: false, stop));
        await centre.AdvanceAsync(1);

        Assert.Equal((ContactOutcome.Done, ContactOutcome.Done), (held, resumed));
        Assert.False(centre.World.Conferences.All[0].Participants.Single(p => p.Call == call).Hold);
        Assert.Contains(PhoneCentre.Heard(call), t => t.Contains("put you on hold", StringComparison.Ordinal));
        Assert.Equal("", centre.Violations);
    }

    [Fact]
    public async Task Survey_WithoutKeys_SaysGoodbyeAndKeepsNoScore()
    {
        await using var centre = await PhoneCentre.StartAsync();
        var adviser = await centre.AdviserAsync();
        var call = await centre.WaitingCallerAsync();
        await centre.ConnectAsync(call, adviser);

        await centre.EndAsync(call, adviser);
        await centre.UntilAsync(call, CallState.Ended);

        Assert.Null((await centre.FeedbackAsync(call))?.GivenAt);
        Assert.Equal("Thank you. Goodbye.", PhoneCentre.Heard(call)[^1]);
    }
}
