using AngleSharp.Html.Parser;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Content;

namespace Helpline.Knowledge.Tests.Articles;

public sealed class RenderingTests
{
    private static Article Render(string body)
    {
        using var content = new MiniContent();
        content.Write("articles/first-steps.md", MiniContent.Article(body: body));
        return ContentLoader.Load(content.Path).Articles[0];
    }

    [Theory]
    [InlineData("[a](provision:act-s1)", "https://example.test/1")]
    [InlineData("[a](deadline:answer)", "/deadlines/answer")]
    [InlineData("[a](advice:first-steps)", "/advice/first-steps")]
    [InlineData("[a](org:charity)", "https://example.test/")]
    [InlineData("[a](https://example.test/a?b=c&d)", "https://example.test/a?b=c&d")]
    [InlineData("[a](tel:0800-111)", "tel:0800-111")]
    public void Body_Link_LeadsWhereItsSchemeSays(string markdown, string href)
    {
        var page = new HtmlParser().ParseDocument(Render(markdown).ParentHtml);

        Assert.Equal(href, page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Body_ProvisionWithoutAddress_IsWordsWithItsTitle()
    {
        var page = new HtmlParser().ParseDocument(Render("See [the **code**](provision:code).").ParentHtml);

        Assert.Null(page.QuerySelector("a"));
        Assert.Equal("The \"Code\"", page.QuerySelector("span")!.GetAttribute("title"));
        Assert.Equal("See the code.", page.Body!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("span strong"));
    }

    [Fact]
    public void Body_OrganisationWithoutAddress_IsPlainWords()
    {
        Assert.Equal("<p>Ask the council now.</p>", Render("Ask [the council](org:council) now.").ParentHtml.Trim());
    }

    [Fact]
    public void Body_RawHtml_ComesOutAsText()
    {
        var page = new HtmlParser().ParseDocument(Render("Hello <script>alert(1)</script> <b onclick=x>b</b>\n\n<div>\nblock\n</div>\n").ParentHtml);

        Assert.Null(page.QuerySelector("script, b, div"));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Body_Headings_AreListedWithTheirFragments()
    {
        var article = Render("Intro.\n\n## What to do\n\nA.\n\n### More & more\n\nB.\n\n## What to do\n\nC.\n");

        Assert.Equal([("what-to-do", "What to do", 2), ("more--more", "More & more", 3), ("what-to-do-1", "What to do", 2)], article.ParentHeadings.Select(h => (h.Id, h.Text, h.Level)));
        Assert.Contains("id=\"what-to-do-1\"", article.ParentHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void IsDueForReview_OnTheDay_IsTrue()
    {
        var article = Render("Text.");

        Assert.False(article.IsDueForReview(new DateOnly(2027, 4, 30)));
        Assert.True(article.IsDueForReview(new DateOnly(2027, 5, 1)));
    }

    [Fact]
    public void Version_ChangesWithTheText_Only()
    {
        Assert.Equal(Render("One.").Version, Render("One.").Version);
        Assert.NotEqual(Render("One.").Version, Render("Two.").Version);
    }
}
