using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Mail;

namespace Helpline.Web.Pages.Manage;

/// <summary>The mails that could not be sent, in words. The reference is the only thing that leads anywhere, and only for who may look it up.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Newest">The newest of them.</param>
public sealed record UnsentMails(int Count, IReadOnlyList<UnsentMail> Newest)
{
    private const string RefusedPrefix = Mail.SendGridSender.RefusedPrefix;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static async Task<UnsentMails> ReadAsync(UnsentMailQueries queries, CancellationToken cancellationToken)
    {
        var count = await queries.CountAsync(cancellationToken);
        return new UnsentMails(count, count == 0 ? [] : await queries.NewestAsync(cancellationToken));
    }

    /// <summary>What the enquirer was to be told.</summary>
    public static string PurposeOf(UnsentMail mail) => mail.Purpose switch
    {
        MailPurposes.Answered => "Your answer is ready",
        MailPurposes.Received => "We have your question",
        MailPurposes.FollowUpReceived => "We have your follow-up question",
        _ => "Other",
    };

    /// <summary>Why it could not be sent. A code that is not known here is shown as it is: it holds nothing personal.</summary>
    public static string ReasonOf(UnsentMail mail) => mail.Reason switch
    {
        "mail.address-invalid" => "The address is not an email address",
        "mail.unreadable" => "What was kept of the mail cannot be read",
        Core.Outbox.OutboxDispatcher.TriesUsedUp => "Tried for three days without success",
        var code when code.StartsWith(RefusedPrefix, StringComparison.Ordinal) => $"The mail service refused it (answer {code[RefusedPrefix.Length..]})",
        var code => code,
    };

    public static string When(UnsentMail mail) => mail.SetAsideAt.ToLondon().ToString("d MMM yyyy, HH:mm", English);
}
