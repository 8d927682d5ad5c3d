using System.Net;
using System.Net.Http.Headers;
using Helpline.Core.Mail;
using Helpline.Core.Outbox;
using Helpline.Web.Hosting;
using Microsoft.Extensions.Options;

namespace Helpline.Web.Mail;

/// <summary>
/// Sends mail by SendGrid's v3 API. What is not taken is thrown, so that the outbox tries again, or sets the mail aside when the service
/// says that this mail is wrong.
/// </summary>
public sealed class SendGridSender(HttpClient client, IOptions<SendGridOptions> options, IOptions<MailOptions> site) : IMailSender
{
    /// <summary>The reason of a refusal for good, before the status.</summary>
    public const string RefusedPrefix = "mail.refused-";

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
            if (IsForGood(response.StatusCode))
            {
                throw new OutboxRefusedException($"{RefusedPrefix}{(int)response.StatusCode}");
            }

            throw new HttpRequestException($"The mail service answered {(int)response.StatusCode}.", null, response.StatusCode);
        }
    }

    // A key or sender that is not accepted (401, 403) says nothing about the mail: somebody may put it right while it is tried again.
    private static bool IsForGood(HttpStatusCode status) => (int)status is >= 400 and < 500
        && status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests);

    private string From => options.Value.FromAddress is { Length: > 0 } configured
        ? configured
        : $"no-reply@{(Uri.TryCreate(site.Value.PublicBaseUrl, UriKind.Absolute, out var address) ? address.Host : "localhost")}";
}
