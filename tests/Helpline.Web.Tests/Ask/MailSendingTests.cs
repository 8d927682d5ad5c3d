using System.Net;
using System.Text.Json;
using Helpline.Core.Mail;
using Helpline.Core.Outbox;
using Helpline.Testing;
using Helpline.Web.Mail;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Tests.Ask;

public sealed class MailSendingTests
{
    private static readonly OutgoingMail Mail = new()
    {
        Id = Guid.NewGuid(),
        To = "parent@example.org",
        Subject = "Your answer is ready",
        Text = "Plain",
        Html = "<p>Rich</p>",
    };

    [Fact]
    public async Task SendGrid_Accepted_WasAskedWithTheKeyAndWithoutTracking()
    {
        using var service = new Service(HttpStatusCode.Accepted);

        await Sender(service).SendAsync(Mail, TestContext.Current.CancellationToken);

        Assert.Equal("https://mail.example/v3/mail/send", service.Address);
        Assert.Equal("Bearer SG.key", service.Authorization);
        using var json = JsonDocument.Parse(service.Body);
        var root = json.RootElement;
        Assert.Equal("parent@example.org", root.GetProperty("personalizations")[0].GetProperty("to")[0].GetProperty("email").GetString());
        Assert.Equal("no-reply@helpline.example", root.GetProperty("from").GetProperty("email").GetString());
        Assert.Equal("text/plain", root.GetProperty("content")[0].GetProperty("type").GetString());
        Assert.Equal("<p>Rich</p>", root.GetProperty("content")[1].GetProperty("value").GetString());
        Assert.False(root.GetProperty("tracking_settings").GetProperty("click_tracking").GetProperty("enable").GetBoolean());
        Assert.False(root.GetProperty("tracking_settings").GetProperty("open_tracking").GetProperty("enable").GetBoolean());
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task SendGrid_Refused_ThrowsWithoutRepeatingTheAddress(HttpStatusCode status)
    {
        using var service = new Service(status);

        var error = await Assert.ThrowsAsync<HttpRequestException>(() => Sender(service).SendAsync(Mail, TestContext.Current.CancellationToken));

        Assert.DoesNotContain("parent", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "mail.refused-400")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "mail.refused-413")]
    public async Task SendGrid_RefusedForGood_SaysSoByACode(HttpStatusCode status, string reason)
    {
        using var service = new Service(status);

        var error = await Assert.ThrowsAsync<OutboxRefusedException>(() => Sender(service).SendAsync(Mail, TestContext.Current.CancellationToken));

        Assert.Equal(reason, error.Reason);
        Assert.DoesNotContain("parent", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Development", "", typeof(DevelopmentMailbox), true)]
    [InlineData("Development", "SG.key", typeof(SendGridSender), true)]
    [InlineData("Production", "", null, false)]
    [InlineData("Production", "SG.key", typeof(SendGridSender), false)]
    public void AddMail_ByEnvironmentAndKey_ChoosesTheSenderAndOpensTheMailboxOnlyInDevelopment(string environment, string key, Type? sender, bool mailbox)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("SendGrid:ApiKey", key)]).Build();
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton<TimeProvider>(new FakeTimeProvider())
            .AddLogging()
            .AddMail(configuration, new Place(environment))
            .BuildServiceProvider();
        var page = new PageRouteModel("/Pages/Dev/Mailbox.cshtml", "/Dev/Mailbox");
        page.Selectors.Add(new SelectorModel());

        foreach (var convention in services.GetRequiredService<IOptions<RazorPagesOptions>>().Value.Conventions.OfType<IPageRouteModelConvention>())
        {
            convention.Apply(page);
        }

        Assert.Equal(sender, services.GetService<IMailSender>()?.GetType());
        Assert.Equal(mailbox, page.Selectors.Count > 0);
    }

    [Fact]
    public async Task Mailbox_TheSameMailTwice_KeepsItOnceAndNewestFirst()
    {
        var mailbox = new DevelopmentMailbox(new FakeTimeProvider());
        await mailbox.SendAsync(Mail, TestContext.Current.CancellationToken);
        await mailbox.SendAsync(Mail, TestContext.Current.CancellationToken);
        await mailbox.SendAsync(Mail with { Id = Guid.NewGuid(), Subject = "Later" }, TestContext.Current.CancellationToken);

        Assert.Equal("Later|Your answer is ready", string.Join('|', mailbox.Newest().Select(k => k.Mail.Subject)));
    }

    private static SendGridSender Sender(Service service) => new(
        new HttpClient(service),
        Options.Create(new SendGridOptions { ApiKey = "SG.key", ApiBaseUrl = "https://mail.example/" }),
        Options.Create(new MailOptions { PublicBaseUrl = "https://helpline.example" }));

    private sealed class Service(HttpStatusCode status) : HttpMessageHandler
    {
        public string Address { get; private set; } = "";

        public string Authorization { get; private set; } = "";

        public string Body { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Address = request.RequestUri!.ToString();
            Authorization = request.Headers.Authorization!.ToString();
            Body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return new HttpResponseMessage(status) { Content = new StringContent("parent@example.org is not known") };
        }
    }

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = "/";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
