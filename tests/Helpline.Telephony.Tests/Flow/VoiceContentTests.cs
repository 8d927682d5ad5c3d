using Helpline.Telephony.Flow.Content;

namespace Helpline.Telephony.Tests.Flow;

/// <summary>Texts and menu are checked before anybody can hear a mistake in them.</summary>
public sealed class VoiceContentTests : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("voice-content");

    public VoiceContentTests()
    {
        Copy("voice", "texts.yaml");
        Copy("voice", "menu.yaml");
        Copy("voice", "tips.yaml");
        Copy("taxonomy", "groups.yaml");
        foreach (var file in Directory.GetFiles(Path.Combine(Content, "taxonomy", "topics")))
        {
            Copy("taxonomy", "topics", Path.GetFileName(file));
        }
    }

    private static string Content { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    [Fact]
    public void Read_ShippedContent_HasEveryTextAndTwoLevels()
    {
        var texts = VoiceTexts.Read(Content);
        var menu = VoiceMenu.Read(Content);

        Assert.All(Enum.GetValues<VoiceText>(), text => Assert.NotEmpty(texts[text]));
        Assert.InRange(menu.Choices.Count, 2, 8);
        Assert.Contains(menu.Choices, c => c.Choices.Count > 0);
        Assert.All(menu.Choices, c => Assert.InRange(c.Choices.Count, 0, 8));
    }

    [Fact]
    public void Read_ShippedTexts_NeverAskForAPostcodeByVoice()
    {
        var texts = VoiceTexts.Read(Content);

        Assert.All(Enum.GetValues<VoiceText>(), text => Assert.DoesNotContain("postcode", texts[text], StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("goodbye: Thank you. Goodbye.", "farewell: Thank you.", "'farewell' is not known")]
    [InlineData("  goodbye: Thank you. Goodbye.\n", "", "'goodbye' is missing")]
    [InlineData("You are {place}.", "You are waiting.", "needs each of {place}")]
    [InlineData("You are {place}.", "You are {place} and {place}.", "needs each of {place}")]
    [InlineData("goodbye: Thank you. Goodbye.", "goodbye: Thank you {name}.", "takes no placeholder")]
    public void Read_WrongText_SaysFileAndLine(string from, string to, string problem)
    {
        Change("texts.yaml", from, to);

        var refused = Assert.Throws<InvalidDataException>(() => VoiceTexts.Read(root.FullName));

        Assert.Matches(@"\Avoice/texts\.yaml line \d+: ", refused.Message);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("group: transport", "group: trains", "'trains' is not a topic group")]
    [InlineData("topic: refusal-to-assess", "topic: school-transport", "not a topic of the group 'needs-assessment'")]
    [InlineData("key: 8", "key: 7", "each key only once")]
    [InlineData("key: 8", "key: 0", "a key is 1 to 9")]
    [InlineData("say: getting to school or college", "colour: blue", "is not known here")]
    public void Read_WrongMenu_SaysFileAndLine(string from, string to, string problem)
    {
        Change("menu.yaml", from, to);

        var refused = Assert.Throws<InvalidDataException>(() => VoiceMenu.Read(root.FullName));

        Assert.Matches(@"\Avoice/menu\.yaml line \d+: ", refused.Message);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ShippedTips_HaveOneForEveryGroupOfTheMenuAndSomeForEverybody()
    {
        var tips = VoiceTips.Read(Content).All;

        Assert.All(VoiceMenu.Read(Content).Choices, choice => Assert.Contains(tips, t => t.GroupId == choice.GroupId));
        Assert.InRange(tips.Count(t => t.GroupId is null), 3, 20);
        Assert.All(tips, t => Assert.StartsWith("/", t.Page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("page: /find-help", "page: /find-nothing", "'/find-nothing' is not a page of ours")]
    [InlineData("page: /find-help", "page: /advice/../find-help", "is not a page of ours")]
    [InlineData("page: /find-help", "page: /advice/no-such-article", "is not a page of ours")]
    [InlineData("  - page: /find-help\n    say", "  - say", "'page' is missing")]
    [InlineData("- group: transport", "- group: trains", "'trains' is not a topic group")]
    [InlineData("offers: callback", "offers: tea", "only 'callback' is known")]
    [InlineData("offers: callback", "colour: blue", "is not known here")]
    [InlineData("There is also help near you.", "The council must help you.", "'must' states law")]
    [InlineData("There is also help near you.", "You have 2 months to appeal.", "'2 months' states law")]
    [InlineData("There is also help near you.", "You are entitled to help.", "'entitled' states law")]
    [InlineData("There is also help near you.", "There is {help} near you.", "takes no placeholder")]
    [InlineData("which is free.", "which is free", "ends with a full stop")]
    public void Read_WrongTip_SaysFileAndLine(string from, string to, string problem)
    {
        Change("tips.yaml", from, to);

        var refused = Assert.Throws<InvalidDataException>(() => VoiceTips.Read(root.FullName));

        Assert.Matches(@"\Avoice/tips\.yaml line \d+: ", refused.Message);
        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => root.Delete(recursive: true);

    private static string Find(DirectoryInfo? folder)
    {
        while (folder is not null && !Directory.Exists(Path.Combine(folder.FullName, "content", "voice")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "content");
    }

    private void Copy(params string[] parts)
    {
        var to = Path.Combine([root.FullName, .. parts]);
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(Path.Combine([Content, .. parts]), to);
    }

    private void Change(string file, string from, string to)
    {
        var path = Path.Combine(root.FullName, "voice", file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
    }
}
