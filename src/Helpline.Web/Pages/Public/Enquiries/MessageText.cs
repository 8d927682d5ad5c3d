using System.Text.RegularExpressions;
using Helpline.Core.Enquiries;
using Microsoft.AspNetCore.Html;

namespace Helpline.Web.Pages.Public.Enquiries;

/// <summary>A message as it is shown: plain text, in which <c>[words](/advice/slug)</c> is a link where the answer cites that article.</summary>
public static partial class MessageText
{
    public static IHtmlContent Of(EnquiryMessageView message, Func<string, bool> isShown)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (Match link in Links().Matches(message.Body))
        {
            var slug = link.Groups["slug"].Value;
            html.Append(message.Body[at..link.Index]);
            at = link.Index + link.Length;
            if (message.Author == MessageAuthor.Adviser && message.Citations.Any(c => c.ArticleSlug == slug) && isShown(slug))
            {
                html.AppendHtml("<a class=\"govuk-link\" href=\"/advice/").Append(slug).AppendHtml("\">").Append(link.Groups["words"].Value).AppendHtml("</a>");
            }
            else
            {
                html.Append(message.Author == MessageAuthor.Adviser ? link.Groups["words"].Value : link.Value);
            }
        }

        return html.Append(message.Body[at..]);
    }

    [GeneratedRegex(@"\[(?<words>[^\]\[\n]{1,300})\]\(/advice/(?<slug>[a-z0-9-]{1,120})\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Links();
}
