using System.Text.RegularExpressions;
using Helpline.Knowledge.Articles;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>The two views of an article, to stand side by side on one page: without ids, and a level deeper than the page's own headings.</summary>
public static partial class PreviewHtml
{
    public static string Parent(Article article) => Fit(article.BodyHtml);

    public static string Adviser(Article article) => Fit(article.BodyHtml);

    private static string Fit(string html) =>
        Heading().Replace(Ids().Replace(html, ""), m => $"<{m.Groups["slash"].Value}h{Math.Min(6, int.Parse(m.Groups["level"].Value, System.Globalization.CultureInfo.InvariantCulture) + 2)}");

    [GeneratedRegex(@" id=""[^""]*""")]
    private static partial Regex Ids();

    [GeneratedRegex("<(?<slash>/?)h(?<level>[2-5])")]
    private static partial Regex Heading();
}
