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
