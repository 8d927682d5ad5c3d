using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Texts;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Texts;

/// <summary>Texts that come in: threads, commands, repeats, odd senders.</summary>
public sealed class TextIntakeTests : IAsyncLifetime
{
    private TextCentre centre = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => centre = await TextCentre.StartAsync();

    public ValueTask DisposeAsync() => centre.DisposeAsync();

    [Fact]
    public async Task ReceiveAsync_First_IsAnEnquiryInTheQueueAcknowledgedOnce()
    {
        Assert.Equal(TextIntakeOutcome.NewEnquiry, await centre.TextAsync("Can they refuse to assess? 😀"));
        await centre.Host.PostAsync();

        var enquiry = Assert.Single(await centre.EnquiriesAsync());
        Assert.Equal(ReplyRoute.Text, enquiry.Reply);
        Assert.Equal("Can they refuse to assess? 😀", Assert.Single(enquiry.Messages).Body);
        var contact = await ContactAsync(enquiry.Messages[0].ContactId);
        Assert.Equal((Channel.Enquiry, ContactStatus.Waiting, TextCentre.Parent), (contact.Channel, contact.Status, contact.EnquirerNumber));
        var text = Assert.Single(centre.Sent.Taken);
        Assert.Equal(TextCentre.Parent, text.To);
        Assert.Contains($"we have your text ({enquiry.Reference}). An adviser will answer by ", text.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReceiveAsync_MoreBeforeTheAnswer_JoinsTheThreadWithoutAnotherAcknowledgement()
    {
        await centre.TextAsync("Can they refuse");
        await centre.TakeUpAsync();

        Assert.Equal(TextIntakeOutcome.JoinedThread, await centre.TextAsync("to assess?"));
        Assert.Equal(TextIntakeOutcome.JoinedThread, await centre.TextAsync("", media: 1));
        await centre.Host.PostAsync();

        var enquiry = Assert.Single(await centre.EnquiriesAsync());
        Assert.Equal(
            ["(A picture came that we cannot take by text.)", "Can they refuse", "to assess?"],
            enquiry.Messages.Select(m => m.Body).Order(StringComparer.Ordinal));
        Assert.Single(enquiry.Messages.Select(m => m.ContactId).Distinct());
        Assert.Single(centre.Sent.Taken);
        Assert.Equal(3, (await centre.TimelineAsync(enquiry.Messages[0].ContactId, nameof(TextReceived))).Count);
    }

    [Fact]
    public async Task ReceiveAsync_SameTextTwice_ChangesNothing()
    {
        await centre.TextAsync("Hello", id: "SM1");

        Assert.Equal(TextIntakeOutcome.Repeat, await centre.TextAsync("Hello", id: "SM1"));

        Assert.Single(Assert.Single(await centre.EnquiriesAsync()).Messages);
    }

    [Fact]
    public async Task ReceiveAsync_SameTextFiveTimesAtOnce_IsOneMessage()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => centre.TextAsync("Hello", id: "SM1"))));

        Assert.Single(Assert.Single(await centre.EnquiriesAsync()).Messages);
    }

    [Fact]
    public async Task ReceiveAsync_FiveTextsOfOneSenderAtOnce_AreOneEnquiry()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => centre.TextAsync($"Part {i}", id: $"SM{i}"))));

        Assert.Equal(5, Assert.Single(await centre.EnquiriesAsync()).Messages.Count);
    }

    [Fact]
    public async Task ReceiveAsync_AfterTheAnswer_IsTheFollowUpAndThenANewEnquiry()
    {
        await centre.TextAsync("One");
        var (adviser, contact) = await centre.TakeUpAsync();
        await centre.AnswerAsync(contact, adviser, "Answer");
        centre.Host.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(TextIntakeOutcome.FollowUp, await centre.TextAsync("Two"));

        var enquiry = Assert.Single(await centre.EnquiriesAsync());
        var followUp = enquiry.Messages.MaxBy(m => m.SentAt)!;
        Assert.NotEqual(contact, followUp.ContactId);
        Assert.Equal(TextCentre.Parent, (await ContactAsync(followUp.ContactId)).EnquirerNumber);
        Assert.Equal(TextIntakeOutcome.JoinedThread, await centre.TextAsync("Three"));
    }

    [Fact]
    public async Task ReceiveAsync_LongAfterTheAnswer_IsANewEnquiry()
    {
        await centre.TextAsync("One");
        var (adviser, contact) = await centre.TakeUpAsync();
        await centre.AnswerAsync(contact, adviser, "Answer");
        centre.Host.Time.Advance(TimeSpan.FromDays(15));

        Assert.Equal(TextIntakeOutcome.NewEnquiry, await centre.TextAsync("Two"));
    }

    [Fact]
    public async Task ReceiveAsync_Stop_IsKeptAndNothingIsSentUntilStart()
    {
        Assert.Equal(TextIntakeOutcome.Keyword, await centre.TextAsync(" Stop "));
        Assert.Empty(await centre.EnquiriesAsync());

        Assert.Equal(TextIntakeOutcome.NewEnquiry, await centre.TextAsync("A question all the same"));
        await centre.Host.PostAsync();
        Assert.Empty(centre.Sent.Taken);

        var (adviser, contact) = await centre.TakeUpAsync();
        Assert.Equal(TextOutcome.OptedOut, await centre.SendAsync(contact, adviser, "SEND Helpline: hello"));
        await centre.TextAsync("START");
        Assert.Equal(TextOutcome.Queued, await centre.SendAsync(contact, adviser, "SEND Helpline: hello"));
    }

    [Fact]
    public async Task ReceiveAsync_RepeatOfStopAfterStart_DoesNotStopAgain()
    {
        await centre.TextAsync("STOP", id: "SMstop");
        await centre.TextAsync("START");
        await centre.TextAsync("STOP", id: "SMstop");

        Assert.False(await centre.Host.Do<TextService, bool>(s => s.HasOptedOutAsync(TextCentre.Parent, Stop)));
    }

    [Fact]
    public async Task ReceiveAsync_Help_IsAnsweredUnlessTheServiceHasRepliedAndNeverWithoutEnd()
    {
        await centre.TextAsync("help", optOutType: "HELP");
        await centre.Host.PostAsync();
        Assert.Empty(centre.Sent.Taken);

        for (var i = 0; i < 10; i++)
        {
            await centre.TextAsync("HELP");
        }

        await centre.Host.PostAsync();
        Assert.Equal(3, centre.Sent.Taken.Count);
        Assert.All(centre.Sent.Taken, t => Assert.Contains("Ring us: 0808 157 0100", t.Body, StringComparison.Ordinal));

        centre.Host.Time.Advance(TimeSpan.FromHours(1));
        await centre.TextAsync("HELP");
        await centre.Host.PostAsync();
        Assert.Equal(4, centre.Sent.Taken.Count);
        Assert.Empty(await centre.EnquiriesAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("60777")]
    [InlineData("YourSchool")]
    [InlineData("+442079460123")]
    [InlineData("+353871234567")]
    public async Task ReceiveAsync_SenderThatCannotBeTexted_IsAnEnquiryWithoutAcknowledgement(string from)
    {
        Assert.Equal(TextIntakeOutcome.NewEnquiry, await centre.TextAsync("Hello", from));
        Assert.Equal(from.Length == 0 ? TextIntakeOutcome.NewEnquiry : TextIntakeOutcome.JoinedThread, await centre.TextAsync("Hello again", from));
        await centre.Host.PostAsync();

        Assert.Empty(centre.Sent.Taken);
        var contact = await ContactAsync((await centre.EnquiriesAsync())[0].Messages[0].ContactId);
        Assert.Equal(from.Length == 0 ? null : from, contact.EnquirerNumber);
    }

    [Fact]
    public async Task ReceiveAsync_NothingInIt_IsStillSomebody()
    {
        await centre.TextAsync("  \n ");

        Assert.Equal("(The text had no words in it.)", Assert.Single(Assert.Single(await centre.EnquiriesAsync()).Messages).Body);
    }

    [Fact]
    public async Task ReceiveAsync_WordsAndNumber_AreNotReadableInTheFile()
    {
        await centre.TextAsync("swims on Tuesdays");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        foreach (var file in Directory.EnumerateFiles(centre.Folder, "helpline.db*"))
        {
            var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Stop));
            Assert.DoesNotContain("swims", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("7700900123", bytes, StringComparison.Ordinal);
        }
    }

    private Task<Contact> ContactAsync(ContactId id) => centre.Host.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == id, Stop));
}
