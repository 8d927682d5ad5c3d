using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Enquiries;

public sealed class SubmitEnquiryTests
{
    [Fact]
    public async Task SubmitAsync_OnlyTheQuestion_JoinsTheQueueWithReferenceAndPin()
    {
        await using var centre = await EnquiryCentre.StartAsync();

        var sent = await centre.SubmitAsync(EnquiryCentre.Question());

        Assert.Matches("^[0-9]{6}$", sent.Pin);
        var contact = await centre.Host.Read(db => db.Contacts.SingleAsync());
        Assert.Equal((sent.ContactId, Channel.Enquiry, ContactStatus.Waiting), (contact.Id, contact.Channel, contact.Status));
        Assert.NotNull(contact.JoinedAt);
        Assert.Equal(contact.ReplyDueAt, sent.ReplyDueAt);
        Assert.Equal(0, await centre.Host.Read(db => db.Outbox.CountAsync()));
        var view = await centre.ViewAsync(sent.Id);
        Assert.Equal("Can the council refuse to assess?", Assert.Single(view!.Messages).Body);
        Assert.Equal(sent.ReplyDueAt, view.ReplyDueAt);
        Assert.False(view.MayFollowUp);
    }

    [Fact]
    public async Task SubmitAsync_TheSameFormTwice_MakesOneEnquiryAndShowsTheSamePin()
    {
        await using var centre = await EnquiryCentre.StartAsync();

        var first = await centre.SubmitAsync(EnquiryCentre.Question());
        var second = await centre.SubmitAsync(EnquiryCentre.Question());
        var other = await centre.SubmitAsync(EnquiryCentre.Question("form-2"));

        Assert.Equal(first, second);
        Assert.NotEqual(first.Reference, other.Reference);
        Assert.NotEqual(first.Pin, other.Pin);
        Assert.Equal(2, await centre.Host.Read(db => db.Contacts.CountAsync()));
    }

    [Fact]
    public async Task SubmitAsync_TheSameFormAtTheSameTime_MakesOneEnquiry()
    {
        await using var centre = await EnquiryCentre.StartAsync();

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => centre.SubmitAsync(EnquiryCentre.Question(email: "p@example.org")))));

        Assert.Single(sent.Distinct());
        Assert.Equal(1, await centre.Host.Read(db => db.Enquiries.CountAsync()));
        Assert.Equal(1, await centre.Host.Read(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task SubmitAsync_ByEmail_AcknowledgesWithALinkThatOpensIt()
    {
        await using var centre = await EnquiryCentre.StartAsync();

        var sent = await centre.SubmitAsync(EnquiryCentre.Question(email: "parent@example.org"));
        await centre.Host.PostAsync();

        Assert.Null(sent.Pin);
        var mail = Assert.Single(centre.Mail.Taken);
        Assert.Equal("parent@example.org", mail.To);
        Assert.DoesNotContain("assess", mail.Text + mail.Html, StringComparison.Ordinal);
        var access = await centre.Host.Do<EnquiryAccess, EnquiryAccessResult>(a => a.BySecretAsync(sent.Reference, LinkKey(mail.Text, sent.Reference), default));
        Assert.Equal((AccessOutcome.Granted, sent.Id), (access.Outcome, access.EnquiryId));
    }

    [Fact]
    public async Task SubmitAsync_WithoutTextOrAddress_IsAMistakeOfOurs()
    {
        await using var centre = await EnquiryCentre.StartAsync();

        await Assert.ThrowsAsync<RuleBrokenException>(() => centre.SubmitAsync(EnquiryCentre.Question() with { Question = " " }));
        await Assert.ThrowsAsync<RuleBrokenException>(() => centre.SubmitAsync(EnquiryCentre.Question() with { Question = new string('a', Enquiry.QuestionLength + 1) }));
        await Assert.ThrowsAsync<RuleBrokenException>(() => centre.SubmitAsync(EnquiryCentre.Question() with { Reply = ReplyRoute.Email }));
        Assert.Equal(0, await centre.Host.Read(db => db.Contacts.CountAsync()));
    }

    [Fact]
    public async Task SubmitAsync_WithEverything_IsNotReadableInTheFile()
    {
        await using var centre = await EnquiryCentre.StartAsync();

        await centre.SubmitAsync(EnquiryCentre.Question(email: "wren@example.org") with { Name = "Wren", Adjustments = "purple paper" });

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(centre.Folder, "helpline.db*"))
        {
            var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            foreach (var personal in new[] { "wren@example.org", "purple paper", "refuse to assess", "helpline.example" })
            {
                Assert.DoesNotContain(personal, bytes, StringComparison.OrdinalIgnoreCase);
            }
        }
    }

    [Fact]
    public void ReplyDay_OfTheEndOfADay_IsThatDayOnBothSidesOfAClockChange()
    {
        Assert.Equal(new DateOnly(2026, 10, 24), ReplyDay.Of(new DateOnly(2026, 10, 25).LondonMidnightUtc()));
        Assert.Equal(new DateOnly(2026, 10, 25), ReplyDay.Of(new DateOnly(2026, 10, 26).LondonMidnightUtc()));
    }

    internal static string LinkKey(string text, string reference)
    {
        var start = $"https://helpline.example/enquiries/{reference}?key=";
        var at = text.IndexOf(start, StringComparison.Ordinal);
        Assert.True(at >= 0, "The mail has no link.");
        return text[(at + start.Length)..].Split('\n')[0];
    }
}
