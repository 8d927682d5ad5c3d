using Helpline.Core.Enquiries;
using Helpline.Core.Mail;
using Helpline.Core.Outbox;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Tests.Enquiries;

public sealed class MailOutboxTests
{
    [Fact]
    public async Task PostAsync_WhileTheServiceRefuses_KeepsTheMailAndSendsItLater()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        centre.Mail.Refusal = new HttpRequestException("503");
        await centre.SubmitAsync(EnquiryCentre.Question(email: "parent@example.org"));

        Assert.Equal(0, await centre.Host.PostAsync());
        centre.Mail.Refusal = null;
        Assert.Equal(0, await centre.Host.PostAsync());
        centre.Host.Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await centre.Host.PostAsync());

        Assert.Single(centre.Mail.Taken);
        Assert.Equal(0, await centre.Host.Read(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task PostAsync_WithNoSenderConfigured_KeepsTheMail()
    {
        using var database = new CentreDatabase();
        await using var host = await CentreHost.StartAsync(database, new FakeTimeProvider(), null, ("Twilio:PublicBaseUrl", "https://helpline.example"));
        await host.Do<EnquiryService, SubmittedEnquiry>(s => s.SubmitAsync(EnquiryCentre.Question(email: "parent@example.org"), default));

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(0, await host.PostAsync());
            host.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal(1, await host.Read(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Handle_WithoutAnyAddressOfTheSite_WaitsRatherThanSendALinkToNowhere()
    {
        var mail = new EnquiryCentre.RecordingMail();
        var handler = new MailHandler(mail, Options.Create(new MailOptions()));
        var note = new MailNote { To = "p@example.org", Subject = "S", Before = ["One"], LinkText = "Open", LinkPath = "/enquiries/x" };

        await Assert.ThrowsAsync<OutboxWaitException>(() => handler.HandleAsync(note.ToOutbox(DateTime.UnixEpoch), TestContext.Current.CancellationToken));
        await handler.HandleAsync((note with { Origin = "http://localhost:5000" }).ToOutbox(DateTime.UnixEpoch), TestContext.Current.CancellationToken);

        Assert.Contains("http://localhost:5000/enquiries/x", Assert.Single(mail.Taken).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lay_TextWithMarkup_IsEncodedInTheHtml()
    {
        var note = new MailNote { To = "p@example.org", Subject = "<b>S</b>", Before = ["<script>x</script>"], LinkText = "Open", LinkPath = "/e?key=a&b" };

        var mail = MailLayout.Lay(note, Guid.NewGuid(), "https://helpline.example/");

        Assert.DoesNotContain("<script>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("https://helpline.example/e?key=a&amp;b", mail.Html, StringComparison.Ordinal);
        Assert.Contains("https://helpline.example/e?key=a&b", mail.Text, StringComparison.Ordinal);
    }
}
