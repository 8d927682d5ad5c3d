using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Feedback;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Enquiries;

public sealed class AnswerEnquiryTests
{
    [Fact]
    public async Task SaveDraftAsync_FromTwoTabs_TheSecondSeesAConflictAndNothingIsLost()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        await centre.SubmitAsync(EnquiryCentre.Question());
        var (adviser, contact) = await centre.TakeUpAsync();

        var first = await centre.DraftAsync(contact, adviser, "Dear", 0);
        var second = await centre.DraftAsync(contact, adviser, "Dear parent", first.Version);
        var stale = await centre.DraftAsync(contact, adviser, "Hello", first.Version);
        var repeat = await centre.DraftAsync(contact, adviser, "Dear parent", first.Version);

        Assert.Equal(new SavedDraft(SaveDraftOutcome.Saved, 1), first);
        Assert.Equal(new SavedDraft(SaveDraftOutcome.Saved, 2), second);
        Assert.Equal(new SavedDraft(SaveDraftOutcome.Conflict, 2), stale);
        Assert.Equal(new SavedDraft(SaveDraftOutcome.Saved, 2), repeat);
        var desk = await centre.DeskAsync(contact, adviser, Guid.NewGuid());
        Assert.Equal(("Dear parent", 2L), (desk!.Draft, desk.DraftVersion));
    }

    [Fact]
    public async Task SaveDraftAsync_NotTheirs_IsRefused()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        await centre.SubmitAsync(EnquiryCentre.Question());
        var (adviser, contact) = await centre.TakeUpAsync();

        Assert.Equal(SaveDraftOutcome.NotYours, (await centre.DraftAsync(contact, AdviserId.New(), "Dear", 0)).Outcome);
        Assert.Equal(SaveDraftOutcome.TooLong, (await centre.DraftAsync(contact, adviser, new string('a', Enquiry.AnswerLength + 1), 0)).Outcome);
        Assert.Null(await centre.DeskAsync(contact, AdviserId.New(), Guid.NewGuid()));
    }

    [Fact]
    public async Task ForContactAsync_Read_IsRecordedAndShowsTheCircumstances()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        await centre.SubmitAsync(EnquiryCentre.Question() with { AgeBand = "5-10", Adjustments = "short sentences", Name = "Wren" });
        var (adviser, contact) = await centre.TakeUpAsync();
        var user = Guid.NewGuid();

        var desk = await centre.DeskAsync(contact, adviser, user);

        Assert.Equal(("5-10", "short sentences", "Wren", false), (desk!.AgeBand, desk.Adjustments, desk.EnquirerName, desk.IsFollowUp));
        Assert.Equal(user, (await centre.Host.Read(db => db.RecordReads.SingleAsync())).UserId);
    }

    [Fact]
    public async Task SendAnswerAsync_WithCitations_SavesThemStartsWrapUpAndMailsAFreshLink()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var sent = await centre.SubmitAsync(EnquiryCentre.Question(email: "parent@example.org"));
        var (adviser, contact) = await centre.TakeUpAsync();
        await centre.Host.Do<ContactService, ContactOutcome>(s => s.CiteAsync(contact, adviser, "refusal-to-assess", "v7", default));
        var draft = await centre.DraftAsync(contact, adviser, "You can appeal.", 0);

        var outcome = await centre.SendAsync(contact, adviser, "You can appeal.", draft.Version);
        await centre.Host.PostAsync();

        Assert.Equal(SendAnswerOutcome.Sent, outcome);
        var answer = (await centre.ViewAsync(sent.Id))!.Messages[1];
        Assert.Equal((MessageAuthor.Adviser, "You can appeal."), (answer.Author, answer.Body));
        var citation = Assert.Single(answer.Citations);
        Assert.Equal(("refusal-to-assess", "v7"), (citation.ArticleSlug, citation.ArticleVersion));
        Assert.Equal(ContactStatus.WrapUp, await centre.Host.Read(db => db.Contacts.Select(c => c.Status).SingleAsync()));
        Assert.Equal(Activity.WrapUp, await centre.Host.Read(db => db.Advisers.Select(a => a.Activity).SingleAsync()));
        Assert.Equal(0, await centre.Host.Read(db => db.EnquiryDrafts.CountAsync()));
        Assert.Equal(2, centre.Mail.Taken.Count);
        Assert.DoesNotContain("appeal", centre.Mail.Taken[1].Text + centre.Mail.Taken[1].Html, StringComparison.Ordinal);
        var keys = centre.Mail.Taken.Select(m => SubmitEnquiryTests.LinkKey(m.Text, sent.Reference)).ToList();
        Assert.NotEqual(keys[0], keys[1]);
        foreach (var key in keys)
        {
            var access = await centre.Host.Do<EnquiryAccess, EnquiryAccessResult>(a => a.BySecretAsync(sent.Reference, key, default));
            Assert.Equal(AccessOutcome.Granted, access.Outcome);
        }
    }

    [Fact]
    public async Task SendAnswerAsync_WhenItCannotBe_SaysWhy()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        await centre.SubmitAsync(EnquiryCentre.Question());
        var (adviser, contact) = await centre.TakeUpAsync();
        var draft = await centre.DraftAsync(contact, adviser, "One", 0);

        Assert.Equal(SendAnswerOutcome.Empty, await centre.SendAsync(contact, adviser, "  "));
        Assert.Equal(SendAnswerOutcome.TooLong, await centre.SendAsync(contact, adviser, new string('a', Enquiry.AnswerLength + 1)));
        Assert.Equal(SendAnswerOutcome.NotYours, await centre.SendAsync(contact, AdviserId.New(), "Yes"));
        Assert.Equal(SendAnswerOutcome.DraftConflict, await centre.SendAsync(contact, adviser, "Yes", draft.Version - 1));
        Assert.Equal(SendAnswerOutcome.Sent, await centre.SendAsync(contact, adviser, "Yes"));
        Assert.Equal(SendAnswerOutcome.NotNow, await centre.SendAsync(contact, adviser, "Yes"));
        Assert.Equal(SaveDraftOutcome.NotNow, (await centre.DraftAsync(contact, adviser, "More", 0)).Outcome);
    }

    [Fact]
    public async Task FollowUpAsync_AfterTheAnswer_IsANewContactWithTheThreadAndComesOnce()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var sent = await centre.SubmitAsync(EnquiryCentre.Question(email: "parent@example.org") with { TopicId = null, AgeBand = "5-10" });
        Assert.Equal(FollowUpOutcome.NotAnsweredYet, await centre.FollowUpAsync(sent.Id, "And then?"));
        var (adviser, contact) = await centre.TakeUpAsync();
        await centre.SendAsync(contact, adviser, "You can appeal.");
        await CloseAsync(centre, contact, adviser);

        Assert.Equal(FollowUpOutcome.Sent, await centre.FollowUpAsync(sent.Id, "And then?"));
        Assert.Equal(FollowUpOutcome.AlreadyFollowedUp, await centre.FollowUpAsync(sent.Id, "And after that?"));
        Assert.Equal(FollowUpOutcome.NotFound, await centre.FollowUpAsync(EnquiryId.New(), "And then?"));

        await centre.Host.RouteAsync();
        var offer = await centre.Host.PendingAsync(adviser);
        await centre.Host.Do<OfferService, AcceptOfferOutcome>(s => s.AcceptAsync(offer!.Id, adviser, default));
        var desk = await centre.DeskAsync(offer!.ContactId, adviser, Guid.NewGuid());
        Assert.NotEqual(contact, offer.ContactId);
        Assert.True(desk!.IsFollowUp);
        Assert.Equal("5-10", desk.AgeBand);
        Assert.Equal("Can the council refuse to assess?|You can appeal.|And then?", string.Join('|', desk.Messages.Select(m => m.Body)));
        var view = await centre.ViewAsync(sent.Id);
        Assert.False(view!.MayFollowUp);
        Assert.NotNull(view.ReplyDueAt);
        Assert.Equal(contact, view.AnsweredContactId);
    }

    [Fact]
    public async Task GiveAsync_OnTheAnsweredContact_IsKept()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var sent = await centre.SubmitAsync(EnquiryCentre.Question());
        var (adviser, contact) = await centre.TakeUpAsync();
        await centre.SendAsync(contact, adviser, "You can appeal.");
        var about = (await centre.ViewAsync(sent.Id))!.AnsweredContactId!.Value;

        Assert.True(await centre.Host.Do<FeedbackService, bool>(f => f.GiveAsync(about, new FeedbackInput(5, 4, "Thanks"), default)));

        var kept = await centre.Host.Read(db => db.Feedback.AsNoTracking().SingleAsync());
        Assert.Equal((contact, 5, 4, "Thanks"), (kept.ContactId, kept.Helped, kept.NextStepClear, kept.Comment));
    }

    private static async Task CloseAsync(EnquiryCentre centre, ContactId contact, AdviserId adviser)
    {
        await centre.Host.Do<ContactService, ContactOutcome>(s => s.RecordAsync(contact, adviser, new ContactRecord { DispositionCode = "advice-given", AgeBand = "5-10" }, default));
        Assert.Equal(ContactOutcome.Done, await centre.Host.Do<ContactService, ContactOutcome>(s => s.CompleteAsync(contact, adviser, default)));
    }
}
