using System.Globalization;
using System.Text.RegularExpressions;
using Helpline.Core.Enquiries;

namespace Helpline.Core.Texts;

/// <summary>What our texts say. Nothing about a child, and all of it in GSM-7.</summary>
public static partial class TextWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>How every text of ours begins.</summary>
    public const string From = "SEND Helpline: ";

    internal static string Received(string reference, DateTime dueAt) =>
        $"{From}we have your text ({reference}). An adviser will answer by {ReplyDay.Of(dueAt).ToString("dddd d MMMM", English)}. In danger? Call 999. To end our texts, reply STOP";

    internal static string Answered(string reference) => $"{From}we have answered your question {reference}. Read it here: {TextNote.Link}";

    internal const string Survey = $"{From}did our answer help? Text back 1 (no) to 5 (yes). Add a second number for: do you know what to do next? Like 5 4. To end our texts, reply STOP";

    internal static string Help(string phone, string siteAddress) =>
        $"{From}free advice on special educational needs in England."
        + (phone.Length == 0 ? "" : $" Ring us: {Phone(phone)}.")
        + (siteAddress.Length == 0 ? "" : $" Write to us: {siteAddress.TrimEnd('/')}/ask.")
        + " In danger? Call 999. To end our texts, reply STOP";

    /// <summary>An answer as it goes into the text itself: links to articles spelt out.</summary>
    /// <param name="reference">The enquiry's reference.</param>
    /// <param name="answer">The answer, as written.</param>
    /// <param name="siteAddress">The site's address, for links.</param>
    public static string AnswerInText(string reference, string answer, string siteAddress) =>
        TextBody.Tidy($"{From}{reference}\n{ArticleLink().Replace(answer, m => $"{m.Groups["words"].Value}: {siteAddress.TrimEnd('/')}{m.Groups["path"].Value}")}");

    /// <summary>What stands in a thread where a text held pictures or other media.</summary>
    /// <param name="count">How many.</param>
    internal static string MediaCame(int count) =>
        count == 1 ? "(A picture came that we cannot take by text.)" : $"({count.ToString(CultureInfo.InvariantCulture)} pictures came that we cannot take by text.)";

    internal const string Nothing = "(The text had no words in it.)";

    private static string Phone(string e164) => e164 switch
    {
        ['+', '4', '4', '8' or '3', ..] when e164.Length == 13 => $"0{e164[3..6]} {e164[6..9]} {e164[9..]}",
        ['+', '4', '4', ..] => "0" + e164[3..],
        _ => e164,
    };

    [GeneratedRegex(@"\[(?<words>[^\]\n]+)\]\((?<path>/advice/[a-z0-9-]+(#[a-z0-9-]+)?)\)")]
    private static partial Regex ArticleLink();
}
