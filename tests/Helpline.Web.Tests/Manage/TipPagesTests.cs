using System.Net;
using Helpline.Testing;

namespace Helpline.Web.Tests.Manage;

/// <summary>Every address that is read out to waiting callers leads to a page.</summary>
public sealed class TipPagesTests(HelplineFactory factory) : IClassFixture<HelplineFactory>
{
    [Fact]
    public async Task Tips_PageReadOut_OpensForAnybody()
    {
        var file = await File.ReadAllLinesAsync(Path.Combine(Content(), "voice", "tips.yaml"), TestContext.Current.CancellationToken);
        var pages = file.Select(line => line.TrimStart('-', ' '))
            .Select(line => line.StartsWith("page: ", StringComparison.Ordinal) ? line["page: ".Length..]
                : line.StartsWith("group: ", StringComparison.Ordinal) ? $"/topics/{line["group: ".Length..]}"
                : null)
            .OfType<string>().Distinct().ToList();
        using var visitor = factory.Visitor();

        Assert.True(pages.Count >= 10, $"Only {pages.Count} were found.");
        foreach (var page in pages)
        {
            using var answer = await visitor.OpenAsync(page, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page} answers {answer.StatusCode}.");
        }
    }

    private static string Content()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "content", "voice")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "content");
    }
}
