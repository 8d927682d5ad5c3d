using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Callbacks;
using Helpline.Core.Texts;
using Helpline.Web.Hosting;
using Helpline.Web.Pages.Public.Book;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Console;

/// <summary>A call that the adviser books together with the parent, and the questions before it: read and refused as on the web.</summary>
public sealed partial class ContactModel
{
    public BookPanel Book { get; private set; } = new();

    /// <summary>How long a call about a topic group is, in minutes.</summary>
    public double MinutesFor(string? topicGroupId) => bookingOptions.Value.LengthFor(topicGroupId).TotalMinutes;

    public int BookDaysAhead => bookingOptions.Value.DaysAhead;

    /// <summary>The free times that are asked for; everything typed stays.</summary>
    public Task<IActionResult> OnPostBookTimesAsync([FromForm] BookForm form, CancellationToken cancellationToken) =>
        WithBookAsync(_ => ShowAsync(form, [], cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostBookAsync([FromForm] BookForm form, CancellationToken cancellationToken) =>
        WithBookAsync(adviserId => BookAsync(form, adviserId, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostAnswerBookingAsync([FromForm] string? booking, [FromForm] BookForm form, CancellationToken cancellationToken) =>
        WithBookAsync(adviserId => AnswerBookingAsync(BookingId.TryParse(booking, out var id) ? id : default, form, adviserId, cancellationToken), cancellationToken);

    private async Task<IActionResult> WithBookAsync(Func<AdviserId, Task<BookPanel?>> work, CancellationToken cancellationToken)
    {
        if (User.AdviserId() is not { } adviserId || !await LoadAsync(everything: false, cancellationToken) || IsConsulted)
        {
            return NotFound();
        }

        await ReadAdjustmentsAsync(cancellationToken);
        if (await work(adviserId) is not { } panel)
        {
            return Outcome(Name(BookingOutcome.NotYours), StatusCodes.Status409Conflict);
        }

        await ReadBookAsync(panel, cancellationToken);
        return Partial("_Book", this);
    }

    private async Task<BookPanel?> BookAsync(BookForm form, AdviserId adviserId, CancellationToken cancellationToken)
    {
        var group = GroupOf(form.Topic);
        var (reach, wrongReach) = BookFields.Reach(form.Number, form.Name, form.Email);
        var (said, wrongSaid) = BookFields.Answers(form.Happened, form.Wanted, form.Dates);
        DateTime at = default;
        var time = string.IsNullOrEmpty(form.Slot) ? BookFields.NoTime
            : (form.ShownFor ?? "") != (group ?? "") ? "The times were for another subject. Choose a time for this one"
            : !SlotTimes.TryRead(form.Slot, out at) ? BookFields.TimeGone
            : null;
        List<(string, string)> wrong = [.. time is null ? [] : new[] { (nameof(BookForm.Slot), time) }, .. wrongReach, .. wrongSaid];
        if (wrong.Count > 0)
        {
            return await ShowAsync(form, wrong, cancellationToken);
        }

        var contact = View.Contact;
        var booked = await booking.BookAsync(
            new BookCall
            {
                FormToken = TokenOf(form),
                StartsAt = at,
                Number = reach.Number,
                ThroughRelay = form.Relay,
                TopicId = group == contact.TopicGroupId ? contact.TopicId : null,
                TopicGroupId = group,
                AuthorityCode = contact.AuthorityCode,
                RegionCode = contact.RegionCode,
                Name = reach.Name,
                Email = reach.Email,
                WantsTexts = form.Texts,
                Happened = said.Happened,
                Wanted = said.Wanted,
                Dates = said.Dates,
                BookedBy = adviserId,
                BookedOn = contact.Id,
                Origin = environment.IsDevelopment() ? $"{Request.Scheme}://{Request.Host}{Request.PathBase}" : null,
            },
            cancellationToken);
        return booked.Outcome switch
        {
            BookingOutcome.Done => StartBook() with { Booked = booked, ToldBy = await ToldByAsync(reach, form.Texts, cancellationToken) },
            BookingOutcome.TooMany => await ShowAsync(form, [(nameof(BookForm.Number), BookFields.Refusal(booked.Outcome)!)], cancellationToken),
            BookingOutcome.SlotGone => await ShowAsync(form, [(nameof(BookForm.Slot), BookFields.Refusal(booked.Outcome)!)], cancellationToken),
            BookingOutcome.NotYours or BookingOutcome.NotOpen => null,
        };
    }

    private async Task<BookPanel?> AnswerBookingAsync(BookingId id, BookForm form, AdviserId adviserId, CancellationToken cancellationToken)
    {
        var (said, wrong) = BookFields.Answers(form.Happened, form.Wanted, form.Dates);
        if (wrong.Count == 0)
        {
            var outcome = await booking.AnswerAsync(
                new BookingAnswers { BookingId = id, ContactId = View.Contact.Id, AdviserId = adviserId, Happened = said.Happened, Wanted = said.Wanted, Dates = said.Dates },
                cancellationToken);
            var message = outcome switch
            {
                AnswerBookingOutcome.Done => null,
                AnswerBookingOutcome.Empty => "Answer at least one question",
                AnswerBookingOutcome.NotYours => BookFields.Refusal(BookingOutcome.NotYours),
                AnswerBookingOutcome.NotOpen => "This call is booked no more, or its time has come. Write it into the notes",
                AnswerBookingOutcome.Answered => "Somebody has answered the questions meanwhile. Write it into the notes",
            };
            wrong = message is null ? [] : [(nameof(BookForm.Happened), message)];
        }

        return StartBook() with { Answering = id, Wrong = wrong, AnsweringForm = form };
    }

    private async Task<BookPanel?> ShowAsync(BookForm form, IReadOnlyList<(string, string)> wrong, CancellationToken cancellationToken)
    {
        var group = GroupOf(form.Topic);
        var typed = form.Begun ? form : StartBook().Form;
        typed.Topic = form.Topic;
        return new BookPanel
        {
            FormToken = TokenOf(form),
            Form = typed,
            Slots = await booking.SlotsAsync(group, cancellationToken),
            ShownFor = group,
            Wrong = wrong,
        };
    }

    // An empty one would be everybody's.
    private static string TokenOf(BookForm form) => form.FormToken is { Length: > 0 } token ? token : new BookPanel().FormToken;

    private string? GroupOf(string? topic) => knowledge.Current.TopicGroups.Find(topic)?.Id;

    private async Task<string> ToldByAsync(BookReach reach, bool wantsTexts, CancellationToken cancellationToken) =>
        (reach.Email is not null, wantsTexts && UkMobile.Is(reach.Number) && !await texts.HasOptedOutAsync(reach.Number, cancellationToken)) switch
        {
            (true, true) => "They get a confirmation by email and by text",
            (true, false) => "They get a confirmation by email",
            (false, true) => "They get a confirmation by text",
            (false, false) => "Nothing is sent to them: tell them the time and the reference",
        };

    /// <summary>An empty form with what is known of the enquirer.</summary>
    private BookPanel StartBook() => new()
    {
        Form = new BookForm
        {
            Topic = knowledge.Current.Topics.Find(View.Contact.TopicId)?.Group ?? View.Contact.TopicGroupId,
            Number = UkNumber.Read(View.Contact.CallbackNumber ?? Number, out var number) == UkNumberOutcome.Ringable ? UkNumber.Written(number) : "",
            Relay = Adjustments?.Kinds.HasFlag(AdjustmentKinds.TextRelay) == true,
            Name = View.Contact.EnquirerName,
            Email = View.Contact.EnquirerEmail,
        },
    };

    private async Task ReadBookAsync(BookPanel? panel, CancellationToken cancellationToken) =>
        Book = (panel ?? StartBook()) with { Ahead = await bookings.AheadAsync(View.Contact, cancellationToken) };
}
