using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Legs;
using Helpline.Core.Routing;
using Helpline.Telephony.Simulator.FarEnds;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Telephony.Tests.Control;

/// <summary>Warm and blind transfers, and three at once, with every line as the telephone service sees it.</summary>
public class TransferTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Consult_ColleagueAccepts_TheTwoTalkAndTheCallerHearsNeither()
    {
        await using var c = await ColleagueCentre.TalkingAsync();

        await c.ConsultAsync();

        Assert.True(c.Caller()!.Hold);
        Assert.True(c.Hears(c.In(c.Adviser), c.In(c.Colleague)));
        Assert.False(c.Hears(c.Caller(), c.In(c.Colleague)));
        Assert.False(c.Hears(c.Caller(), c.In(c.Adviser)));
        Assert.Equal(c.Adviser, (await c.Centre.ContactAsync(c.Call)).AdviserId);
        Assert.Equal(Activity.OnContact, (await c.Centre.AdviserNowAsync(c.Colleague)).Activity);
    }

    [Fact]
    public async Task Complete_AfterConsult_TheColleagueHasTheCallAndTheAdviserIsFree()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.ConsultAsync();

        Assert.Equal(ConsultOutcome.Done, await c.CompleteAsync());
        await c.Centre.AdvanceAsync(20);

        Assert.Null(c.In(c.Adviser));
        Assert.True(c.Hears(c.Caller(), c.In(c.Colleague)) && c.Hears(c.In(c.Colleague), c.Caller()));
        var contact = await c.Centre.ContactAsync(c.Call);
        Assert.Equal((ContactStatus.InProgress, c.Colleague), (contact.Status, contact.AdviserId));
        Assert.Equal(Activity.Idle, (await c.Centre.AdviserNowAsync(c.Adviser)).Activity);
        Assert.Equal(0, await c.Centre.ReconcileAsync());
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Complete_ThenTheColleagueEnds_TheCallerIsAskedAndTheColleagueWrapsUp()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.ConsultAsync();
        await c.CompleteAsync();
        await c.Centre.AdvanceAsync(5);

        Assert.Equal(ContactOutcome.Done, await c.Centre.EndAsync(c.Call, c.Colleague));
        await c.Centre.UntilHeardAsync(c.Call, "Did we help you");

        Assert.Equal(Activity.WrapUp, (await c.Centre.AdviserNowAsync(c.Colleague)).Activity);
        await c.Centre.HangUpAsync(c.Call);
        await c.Centre.AdvanceAsync(20);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Ask_ThenTheCallerTurnsOutToBeNoEnquiry_TheColleagueRingsNoMore()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.AskAsync();

        Assert.Equal(ContactOutcome.Done, await c.DoAsync<ContactService, ContactOutcome>((s, id) => s.EndWithoutEnquiryAsync(id, c.Adviser, "silent", Stop)));

        Assert.Equal(ContactStatus.Closed, (await c.Centre.ContactAsync(c.Call)).Status);
        Assert.Equal(Activity.Idle, (await c.Centre.AdviserNowAsync(c.Colleague)).Activity);
        Assert.False(await c.Centre.InAsync<HelplineDbContext, bool>(db => db.Offers.AnyAsync(o => o.Status == OfferStatus.Pending, Stop)));
    }

    [Fact]
    public async Task Complete_BeforeTheColleagueIsThere_IsRefused()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.AskAsync();

        Assert.Equal(ConsultOutcome.NotNow, await c.CompleteAsync());

        Assert.Equal(c.Adviser, (await c.Centre.ContactAsync(c.Call)).AdviserId);
    }

    [Fact]
    public async Task Cancel_WithTheColleagueThere_TheyGoAndTheCallerIsBack()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.ConsultAsync();

        Assert.Equal(ConsultOutcome.Done, await c.CancelAsync());
        await c.Centre.AdvanceAsync(20);

        Assert.Null(c.In(c.Colleague));
        Assert.True(c.Hears(c.Caller(), c.In(c.Adviser)));
        Assert.Equal(Activity.Idle, (await c.Centre.AdviserNowAsync(c.Colleague)).Activity);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Cancel_WhileItRings_StopsTheRinging()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.AskAsync();
        var question = await c.QuestionAsync();

        Assert.Equal(ConsultOutcome.Done, await c.CancelAsync());

        Assert.False(c.Caller()!.Hold);
        Assert.Equal(Activity.Idle, (await c.Centre.AdviserNowAsync(c.Colleague)).Activity);
        Assert.Equal(AcceptOfferOutcome.AlreadyEnded, await c.Centre.AcceptAsync(question, c.Colleague));
    }

    [Fact]
    public async Task OffHold_WithTheColleagueThere_ThreeTalk()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.ConsultAsync();

        Assert.Equal(ContactOutcome.Done, await c.HoldAsync(onHold: false));
        await c.Centre.AdvanceAsync(1);

        Assert.True(c.Hears(c.Caller(), c.In(c.Colleague)) && c.Hears(c.Caller(), c.In(c.Adviser)) && c.Hears(c.In(c.Colleague), c.Caller()));
    }

    [Fact]
    public async Task ColleagueDeclines_TheCallerStaysWithTheAdviserAndCanBeTakenOffHold()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.AskAsync();

        var declined = await c.Centre.InAsync<OfferService, DeclineOfferOutcome>(async s => await s.DeclineAsync(await c.QuestionAsync(), c.Colleague, null, Stop));

        Assert.Equal(DeclineOfferOutcome.Declined, declined);
        var contact = await c.Centre.ContactAsync(c.Call);
        Assert.Equal((ContactStatus.InProgress, c.Adviser), (contact.Status, contact.AdviserId));
        Assert.Equal(ContactOutcome.Done, await c.HoldAsync(onHold: false));
        Assert.Equal(ConsultOutcome.Done, await c.AskAsync());
    }

    [Fact]
    public async Task ColleagueDoesNotAnswer_TheQuestionLapsesAndTheContactStaysInProgress()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.AskAsync();

        await c.Centre.AdvanceAsync(21);
        await c.Centre.OfferAsync(c.Colleague);

        Assert.Equal(ContactStatus.InProgress, (await c.Centre.ContactAsync(c.Call)).Status);
        var colleague = await c.Centre.AdviserNowAsync(c.Colleague);
        Assert.Equal((Activity.Idle, Presence.Away), (colleague.Activity, colleague.Presence));
    }

    [Fact]
    public async Task ColleaguesLineNeverComesUp_TheCallerIsBackWithTheAdviser()
    {
        await using var c = await ColleagueCentre.TalkingAsync(ScriptedLeg.Ignores);
        await c.AskAsync();
        await c.Centre.AcceptAsync(await c.QuestionAsync(), c.Colleague);

        await c.Centre.AdvanceAsync(30);

        Assert.False(c.Caller()!.Hold);
        Assert.True(c.Hears(c.Caller(), c.In(c.Adviser)));
        var colleague = await c.Centre.AdviserNowAsync(c.Colleague);
        Assert.Equal((Activity.Idle, AwayReason.LineFailed), (colleague.Activity, colleague.AwayReason));
    }

    [Fact]
    public async Task ColleaguesLineIsLost_TheCallerIsBackWithTheAdviser()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.ConsultAsync();

        await c.Centre.HangUpAsync(c.In(c.Colleague)!.Call);
        await c.Centre.AdvanceAsync(5);

        Assert.False(c.Caller()!.Hold);
        Assert.Equal(Activity.Idle, (await c.Centre.AdviserNowAsync(c.Colleague)).Activity);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task AdvisersLineIsLost_WithTheColleagueThere_TheColleagueHasTheCall()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.ConsultAsync();

        await c.Centre.HangUpAsync(c.In(c.Adviser)!.Call);
        await c.Centre.AdvanceAsync(5);

        Assert.Equal(c.Colleague, (await c.Centre.ContactAsync(c.Call)).AdviserId);
        Assert.True(c.Hears(c.Caller(), c.In(c.Colleague)));
        Assert.Equal(Activity.Idle, (await c.Centre.AdviserNowAsync(c.Adviser)).Activity);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task AdvisersLineIsLost_WhileTheQuestionRings_TheQuestionIsWithdrawnAndTheCallerWaits()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.AskAsync();

        await c.Centre.HangUpAsync(c.In(c.Adviser)!.Call);
        await c.Centre.AdvanceAsync(5);

        Assert.Equal(ContactStatus.Waiting, (await c.Centre.ContactAsync(c.Call)).Status);
        Assert.Equal(Activity.Idle, (await c.Centre.AdviserNowAsync(c.Colleague)).Activity);
    }

    [Fact]
    public async Task CallerHangsUp_DuringTheConsult_BothLinesEndAndOnlyTheAdviserWrapsUp()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.ConsultAsync();

        await c.Centre.HangUpAsync(c.Call);
        await c.Centre.AdvanceAsync(20);

        Assert.DoesNotContain(c.Centre.World.Calls.All, call => !call.IsOver);
        Assert.Equal(Activity.WrapUp, (await c.Centre.AdviserNowAsync(c.Adviser)).Activity);
        Assert.Equal(Activity.Idle, (await c.Centre.AdviserNowAsync(c.Colleague)).Activity);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Pass_ToAColleague_OnlyTheyAreAskedAndTheCallerStaysInTheRoom()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        var another = await c.Centre.AdviserAsync();

        Assert.Equal(ConsultOutcome.Done, await c.PassAsync(c.Colleague));
        await c.Centre.AdvanceAsync(3);

        Assert.Null(c.In(c.Adviser));
        Assert.True(c.Caller()!.Hold);
        Assert.Contains("We are passing you to a colleague who can help. Please stay on the line. You do not have to queue again.", Flow.PhoneCentre.Heard(c.Call));
        Assert.Null(await c.Centre.OfferAsync(another));
        await c.Centre.ConnectAsync(c.Call, c.Colleague);
        Assert.True(c.Hears(c.Caller(), c.In(c.Colleague)));
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task Pass_ToTheQueue_KeepsThePlaceAndDoesNotComeBackToTheSameAdviser()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        var joined = (await c.Centre.ContactAsync(c.Call)).JoinedAt;

        Assert.Equal(ConsultOutcome.Done, await c.PassAsync(null));

        var contact = await c.Centre.ContactAsync(c.Call);
        Assert.Equal((ContactStatus.Waiting, joined), (contact.Status, contact.JoinedAt));
        Assert.Null(await c.Centre.OfferAsync(c.Adviser));
        Assert.NotNull(await c.Centre.OfferAsync(c.Colleague));
    }

    [Fact]
    public async Task Pass_ThenTheCallerGivesUp_TheAdviserWhoTalkedRecordsIt()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.PassAsync(c.Colleague);

        await c.Centre.HangUpAsync(c.Call);
        await c.Centre.AdvanceAsync(20);

        Assert.Equal(ContactStatus.WrapUp, (await c.Centre.ContactAsync(c.Call)).Status);
        Assert.Equal(Activity.WrapUp, (await c.Centre.AdviserNowAsync(c.Adviser)).Activity);
        Assert.Equal("", c.Centre.Violations);
    }

    [Fact]
    public async Task TheServiceRestarts_DuringTheConsult_AndItGoesOn()
    {
        await using var c = await ColleagueCentre.TalkingAsync();
        await c.ConsultAsync();

        await c.Centre.RestartAsync();
        await c.Centre.AdvanceAsync(30);
        await c.Centre.ReconcileAsync();

        Assert.Equal(ConsultOutcome.Done, await c.CompleteAsync());
        await c.Centre.AdvanceAsync(5);
        Assert.True(c.Hears(c.Caller(), c.In(c.Colleague)));
        Assert.Equal("", c.Centre.Violations);
    }
}
