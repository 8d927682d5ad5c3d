using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Outbox;
using Helpline.Core.Texts;

namespace Helpline.Core.Tests.Texts;

/// <summary>Texts that go out, and what is heard of them.</summary>
public sealed class TextSendingTests : IAsyncLifetime
{
    private const string Words = "SEND Helpline: we agreed that you write to the council.";
    private TextCentre centre = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await TextCentre.StartAsync();

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task SendAnswerAsync_QuestionByText_SendsALinkThatOpensTheAnswerAndNotTheAnswer()
    {
        var (contact, _) = await AnsweredAsync();

        await centre.Host.PostAsync();

        var text = centre.Sent.Taken[^1];
        var reference = Assert.Single(await centre.EnquiriesAsync()).Reference;
        Assert.StartsWith($"SEND Helpline: we have answered your question {reference}. Read it here: https://helpline.example/enquiries/{reference}?key=", text.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("They may not", text.Body, StringComparison.Ordinal);
        var secret = text.Body.Split("key=")[1];
        var access = await centre.Host.Do<EnquiryAccess, EnquiryAccessResult>(a => a.BySecretAsync(reference, secret, Stop));
        Assert.Equal(AccessOutcome.Granted, access.Outcome);
        Assert.DoesNotContain(await centre.TextsAsync(), t => t.Body.Contains(secret, StringComparison.Ordinal));
        Assert.Contains("answered", await centre.TimelineAsync(contact, nameof(TextWritten)));
    }

    [Fact]
    public async Task SendAnswerAsync_InTheText_GoesOutOnlyAsPreviewed()
    {
        await centre.TextAsync("Can they?");
        var (adviser, contact) = await centre.TakeUpAsync();
        const string Text = "SEND Helpline: HL\nThey may not.";

        Assert.Equal(SendAnswerOutcome.TextNotPreviewed, await centre.AnswerAsync(contact, adviser, "They may not.", new AnswerInText(Text, TextService.MarkOf(TextCentre.Parent, "other"))));
        var longOne = new string('a', 613);
        Assert.Equal(SendAnswerOutcome.TextTooLong, await centre.AnswerAsync(contact, adviser, longOne, new AnswerInText(longOne, TextService.MarkOf(TextCentre.Parent, longOne))));
        Assert.Equal(SendAnswerOutcome.Sent, await centre.AnswerAsync(contact, adviser, "They may not.", new AnswerInText(Text, TextService.MarkOf(TextCentre.Parent, Text))));
        await centre.Host.PostAsync();

        Assert.Equal(Text, centre.Sent.Taken[^1].Body);
    }

    [Fact]
    public async Task SendAnswerAsync_StoppedSince_SendsNothingAndSaysSo()
    {
        var (contact, _) = await AnsweredAsync();
        await centre.TextAsync("STOP");

        await centre.Host.PostAsync();

        Assert.DoesNotContain(centre.Sent.Taken, t => t.Body.Contains("answered", StringComparison.Ordinal));
        Assert.Equal((TextState.NotDelivered, TextReasons.OptedOut), StateOf((await centre.TextsAsync()).Single(t => t.Purpose == TextPurposes.Answered)));
        Assert.Contains(TextReasons.OptedOut, await centre.TimelineAsync(contact, nameof(TextNotDelivered)));
    }

    [Fact]
    public async Task PostAsync_ServiceSaysOptedOut_KeepsIt()
    {
        centre.Sent.Refusal = TextReasons.OptedOut;
        await centre.TextAsync("Can they?");

        Assert.Equal(1, await centre.Host.PostAsync());

        Assert.True(await centre.Host.Do<TextService, bool>(s => s.HasOptedOutAsync(TextCentre.Parent, Stop)));
        Assert.Equal((TextState.NotDelivered, TextReasons.OptedOut), StateOf(Assert.Single(await centre.TextsAsync())));
    }

    [Fact]
    public async Task PostAsync_AnswerLostButReported_IsNotSentAgain()
    {
        centre.Sent.LosesAnswers = true;
        await centre.TextAsync("Can they?");
        await centre.Host.PostAsync();
        await centre.ReportAsync(centre.Sent.Taken[0].Id, TextState.Sent);
        centre.Host.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await centre.Host.PostAsync());

        Assert.Single(centre.Sent.Taken);
    }

    [Fact]
    public async Task PostAsync_FailsToTheLastTry_IsShownAsNotDelivered()
    {
        centre.Sent.Failure = new HttpRequestException("503");
        await centre.TextAsync("Can they?");
        for (var i = 0; i < OutboxDispatcher.MostTries; i++)
        {
            await centre.Host.PostAsync();
            centre.Host.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal((TextState.NotDelivered, OutboxDispatcher.TriesUsedUp), StateOf(Assert.Single(await centre.TextsAsync())));
        var contact = Assert.Single(await centre.EnquiriesAsync()).Messages[0].ContactId;
        Assert.Equal([OutboxDispatcher.TriesUsedUp], await centre.TimelineAsync(contact, nameof(TextNotDelivered)));
        Assert.Empty(await centre.TimelineAsync(contact, nameof(MailNotDelivered)));
    }

    [Fact]
    public async Task PostAsync_NoPublicAddress_WaitsWithTheLink()
    {
        await using var bare = await TextCentre.StartAsync(site: "");
        await bare.TextAsync("Can they?");
        var (adviser, contact) = await bare.TakeUpAsync();
        await bare.AnswerAsync(contact, adviser, "They may not.");

        Assert.Equal(1, await bare.Host.PostAsync());

        Assert.Equal(TextState.Waiting, (await bare.TextsAsync())[^1].State);
    }

    [Fact]
    public async Task NoteAsync_InAnyOrder_NeverGoesBack()
    {
        TextState[][] orders =
        [
            [TextState.Taken, TextState.Sent, TextState.Delivered],
            [TextState.Delivered, TextState.Sent, TextState.Taken],
            [TextState.Sent, TextState.Delivered, TextState.Delivered, TextState.Taken, TextState.NotDelivered],
        ];
        foreach (var order in orders)
        {
            await centre.TextAsync("HELP", from: $"+4477009001{Array.IndexOf(orders, order):D2}");
            await centre.Host.PostAsync();
            foreach (var state in order)
            {
                await centre.ReportAsync(centre.Sent.Taken[^1].Id, state);
            }

            Assert.Equal(TextState.Delivered, (await centre.TextsAsync())[^1].State);
        }
    }

    [Fact]
    public async Task SendAsync_Previewed_IsQueuedOnceAndOnTheTimelineWithItsDelivery()
    {
        var (adviser, contact) = await TalkingAsync();

        Assert.Equal(TextOutcome.Queued, await centre.SendAsync(contact, adviser, Words));
        Assert.Equal(TextOutcome.Queued, await centre.SendAsync(contact, adviser, Words));
        await centre.Host.PostAsync();
        await centre.ReportAsync(Assert.Single(centre.Sent.Taken).Id, TextState.Delivered);

        var shown = Assert.Single(await centre.Host.Do<TextService, IReadOnlyList<TextView>>(s => s.SentAsync(contact, Stop)));
        Assert.Equal((TextPurposes.Agreed, Words, TextState.Delivered), (shown.Purpose, shown.Body, shown.State));
        Assert.Equal([TextPurposes.Agreed], await centre.TimelineAsync(contact, nameof(TextWritten)));
        Assert.Equal([TextPurposes.Agreed], await centre.TimelineAsync(contact, nameof(TextDelivered)));
    }

    [Fact]
    public async Task SendAsync_WhatMayNotGoOut_IsRefusedInWords()
    {
        var (adviser, contact) = await TalkingAsync();
        var other = await centre.Host.AdviserAsync();

        Assert.Equal(TextOutcome.Empty, await centre.SendAsync(contact, adviser, " "));
        Assert.Equal(TextOutcome.TooLong, await centre.SendAsync(contact, adviser, new string('a', 613)));
        Assert.Equal(TextOutcome.CannotReceive, await centre.SendAsync(contact, adviser, Words, to: "020 7946 0123"));
        Assert.Equal(TextOutcome.NotPreviewed, await centre.SendAsync(contact, adviser, Words, previewed: TextService.MarkOf("+447700900124", Words)));
        Assert.Equal(TextOutcome.NotYours, await centre.SendAsync(contact, other, Words));
        Assert.Empty(await centre.TextsAsync());
    }

    private static (TextState State, string? Reason) StateOf(TextMessage text) => (text.State, text.Reason);

    private async Task<(ContactId Contact, Core.Advisers.AdviserId Adviser)> AnsweredAsync()
    {
        await centre.TextAsync("Can they?");
        var (adviser, contact) = await centre.TakeUpAsync();
        Assert.Equal(SendAnswerOutcome.Sent, await centre.AnswerAsync(contact, adviser, "They may not."));
        return (contact, adviser);
    }

    private async Task<(Core.Advisers.AdviserId Adviser, ContactId Contact)> TalkingAsync()
    {
        var adviser = await centre.Host.AdviserAsync();
        var (sid, contact) = await centre.Host.CallerAsync(number: TextCentre.Parent);
        await centre.Host.RouteAsync();
        await centre.Host.TalkAsync(adviser, sid);
        return (adviser, contact);
    }
}
