using System.Text.RegularExpressions;
using Helpline.Analytics.Messages;

namespace Helpline.Analytics.Tests.Messages;

public partial class EventsDocumentTests
{
    private const string Section = "## Messages on the bus";

    [Fact]
    public void EventsDocument_MessagesOnTheBus_AreExactlyTheMessageTypes()
    {
        var messages = typeof(ContactsPublished).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(ContactsPublished).Namespace)
            .Select(type => type.Name).Order(StringComparer.Ordinal);

        var documented = Headings().Matches(Document()).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

        Assert.Equal(messages, documented);
    }

    [Fact]
    public void EventsDocument_EachMessage_ListsExactlyItsFields()
    {
        foreach (var type in typeof(ContactsPublished).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(ContactsPublished).Namespace))
        {
            var part = Document().Split($"### {type.Name}\n")[1].Split("\n#")[0];
            var documented = Fields().Matches(part).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);

            Assert.Equal(
                type.GetProperties().Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).Order(StringComparer.Ordinal),
                documented);
        }
    }

    private static string Document()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Helpline.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        var text = File.ReadAllText(Path.Combine(folder.FullName, "docs", "events.md")).ReplaceLineEndings("\n");
        return text[text.IndexOf(Section, StringComparison.Ordinal)..].Split("\n## ")[0];
    }

    [GeneratedRegex("^### (\\w+)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex("^\\| `(\\w+)` \\|", RegexOptions.Multiline)]
    private static partial Regex Fields();
}
