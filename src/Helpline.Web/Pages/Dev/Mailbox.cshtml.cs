using System.Text.RegularExpressions;
using Helpline.Web.Mail;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Dev;

/// <summary>What would be mailed. The page exists in Development only.</summary>
public sealed partial class MailboxModel(DevelopmentMailbox mailbox) : PageModel
{
    public IReadOnlyList<KeptMail> Mails { get; private set; } = [];

    public void OnGet() => Mails = mailbox.Newest();

    /// <summary>The text, cut at its links.</summary>
    public static IEnumerable<(string Text, bool IsLink)> Parts(string text) =>
        Links().Split(text).Select(part => (part, part.StartsWith("http", StringComparison.Ordinal)));

    [GeneratedRegex(@"(https?://[^\s]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Links();
}
