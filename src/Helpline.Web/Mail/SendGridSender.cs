using System.Net.Http.Headers;
using Helpline.Core.Mail;
using Helpline.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Mail;

/// <summary>Sends mail by SendGrid's v3 API. Whatever is not taken is thrown, so that the outbox tries again.</summary>
public sealed class SendGridSender(HttpClient client, IOptions<SendGridOptions> options, IOptions<MailOptions> site) : IMailSender
{
    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.ApiBaseUrl.TrimEnd('/') + "/v3/mail/send");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
        request.Content = JsonContent.Create(new
        {
            personalizations = new[] { new { to = new[] { new { email = mail.To } } } },
            from = new { email = From, name = SiteName.Full },
            subject = mail.Subject,
            content = new[]
            {
                new { type = "text/plain", value = mail.Text },
                new { type = "text/html", value = mail.Html },
            },

            // Tracking would put every link, and so its secret, in somebody else's hands.
            tracking_settings = new { click_tracking = new { enable = false, enable_text = false }, open_tracking = new { enable = false } },
        });
        using var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            // The body may repeat the address, so only the status is passed on.
            throw new HttpRequestException($"The mail service answered {(int)response.StatusCode}.", null, response.StatusCode);
        }
    }

    private string From => options.Value.FromAddress is { Length: > 0 } configured
        ? configured
        : $"no-reply@{(Uri.TryCreate(site.Value.PublicBaseUrl, UriKind.Absolute, out var address) ? address.Host : "localhost")}";
}
