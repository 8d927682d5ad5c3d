using System.Globalization;
using System.Text.RegularExpressions;
using Helpline.Core.Common;

namespace Helpline.Core.Tests.Architecture;

/// <summary>Documents that must not fall behind.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Sections = ["Context", "Options", "Decision", "Consequences"];

    public static TheoryData<string> Terms =>
    [
        "Abandoned", "Action", "Activity", "Adviser", "AHT", "Announcement", "Article", "ASA", "Assignment", "Call", "Callback", "Case", "Case note",
        "Channel", "Citation", "Closure", "Conference", "Consult", "Contact", "Disposition", "Domain event", "Enquirer", "Enquiry", "Estimated wait",
        "Flow", "Hold", "Interval", "Leg", "Manager", "Message", "Missed offer", "Occupancy", "Offer", "Opening hours", "Overflow", "Passage",
        "Position", "Presence", "Process context", "Proficiency", "Query", "Queue", "Routing", "Safeguarding concern", "Service level", "Skill",
        "Slot", "Strategy", "Supervisor", "Topic", "Transfer", "Wrap-up",
    ];

    public static TheoryData<string> Keys =>
    [
        "Database:Provider", "ConnectionStrings:Helpline", "ConnectionStrings:Analytics", "Bus:Transport", "Bus:RabbitMq:Uri", "Twilio:Mode",
        "Twilio:AccountSid", "Twilio:AuthToken", "Twilio:ApiKeySid", "Twilio:ApiKeySecret", "Twilio:TwimlAppSid", "Twilio:ApiBaseUrl",
        "Twilio:PublicBaseUrl", "Twilio:CallerId", "SendGrid:ApiKey", "SendGrid:ApiBaseUrl", "Content:Path", "Analytics:K", "Analytics:Window",
        "Seed:Password",
    ];

    [Fact]
    public void Decisions_FromTheFirst_AreNumberedWithoutAGap()
    {
        var numbers = SourceTree.Files("docs/adr", ".md").Select(f => int.Parse(Path.GetFileName(f)[..4], CultureInfo.InvariantCulture)).Order().ToList();

        Assert.True(numbers.Count >= 9);
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public void Decisions_EachOf_HaveTheFiveSections()
    {
        foreach (var file in SourceTree.Files("docs/adr", ".md"))
        {
            var text = SourceTree.Read(file);
            Assert.Matches(StatusLine(), text);
            Assert.Equal(Sections, Heading().Matches(text).Select(m => m.Groups["name"].Value));
        }
    }

    [Theory]
    [MemberData(nameof(Terms))]
    public void Glossary_Term_IsDefined(string term)
    {
        Assert.Contains($"\n| **{term}** | ", SourceTree.Read("docs/glossary.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void DomainEvents_EachOf_AreListed()
    {
        var listed = SourceTree.Read("docs/events.md");
        var events = typeof(DomainEvent).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(DomainEvent)) && !t.IsAbstract).Select(t => t.Name).ToList();

        Assert.NotEmpty(events);
        Assert.All(events, e => Assert.Contains($"\n| `{e}` |", listed, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Readme_ConfigurationKey_IsDescribed(string key)
    {
        Assert.Contains($"\n| `{key}` |", SourceTree.Read("README.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_InDocuments_LeadSomewhere()
    {
        var broken =
            from file in SourceTree.Files("docs", ".md").Append("README.md").Append("CHANGELOG.md")
            from Match link in Link().Matches(SourceTree.Read(file))
            let target = Path.Combine(SourceTree.Root, Path.GetDirectoryName(file)!, link.Groups["path"].Value)
            where !Path.Exists(target)
            select $"{file}: {link.Groups["path"].Value}";

        Assert.Empty(broken);
    }

    [GeneratedRegex(@"\A# \d{4} .+\n\nStatus: (accepted|superseded by \d{4}), \d{4}-\d\d-\d\d\n")]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"^## (?<name>.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<path>(?!https?:|mailto:|#)[^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
