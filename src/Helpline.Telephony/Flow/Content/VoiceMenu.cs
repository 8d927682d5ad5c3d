namespace Helpline.Telephony.Flow.Content;

/// <summary>One choice of the menu.</summary>
/// <param name="Key">Its key, 1 to 9.</param>
/// <param name="GroupId">The topic group.</param>
/// <param name="TopicId">The topic; null on the first level.</param>
/// <param name="Label">How it is spoken, within "For …, press 1."</param>
/// <param name="Choices">The second level, if any.</param>
internal sealed record MenuChoice(int Key, string GroupId, string? TopicId, string Label, IReadOnlyList<MenuChoice> Choices);

/// <summary>What a call is about, by keypad: at most two short lists of <c>content/voice/menu.yaml</c>.</summary>
internal sealed class VoiceMenu
{
    private const int MostChoices = 8;
    private const int LongestLabel = 80;

    private VoiceMenu(IReadOnlyList<MenuChoice> choices) => Choices = choices;

    /// <summary>The first list.</summary>
    public IReadOnlyList<MenuChoice> Choices { get; }

    /// <summary>The choice behind a key in a list; null when the key is none of it.</summary>
    public static MenuChoice? ByKey(IReadOnlyList<MenuChoice> choices, string? digits) =>
        digits is [>= '1' and <= '9'] ? choices.FirstOrDefault(c => c.Key == digits[0] - '0') : null;

    /// <summary>Reads the menu and checks its ids against the taxonomy of the same folder.</summary>
    /// <exception cref="InvalidDataException">Something is wrong with it; says file and line.</exception>
    public static VoiceMenu Read(string contentRoot)
    {
        var taxonomy = Taxonomy(contentRoot);
        var root = ContentFile.Read(contentRoot, Path.Combine(contentRoot, "voice", "menu.yaml")).Allow("choices");
        var choices = root.List("choices").Select(item =>
        {
            item.Allow("key", "group", "say", "choices");
            var group = item.Text("group");
            return taxonomy.TryGetValue(group, out var topics)
                ? new MenuChoice(Key(item), group, null, Label(item), item.Has("choices") ? Topics(item, group, topics) : [])
                : throw item.Wrong("group", $"'{group}' is not a topic group of the taxonomy");
        }).ToList();
        return new(Distinct(root, choices));
    }

    private static List<MenuChoice> Topics(ContentFile parent, string group, HashSet<string> topics) =>
        Distinct(parent, [.. parent.List("choices").Select(item =>
        {
            var topic = item.Allow("key", "topic", "say").Text("topic");
            return topics.Contains(topic)
                ? new MenuChoice(Key(item), group, topic, Label(item), [])
                : throw item.Wrong("topic", $"'{topic}' is not a topic of the group '{group}'");
        })]);

    private static List<MenuChoice> Distinct(ContentFile list, List<MenuChoice> choices) =>
        choices.Count > MostChoices ? throw list.Wrong("choices", $"at most {MostChoices} choices")
        : choices.DistinctBy(c => c.Key).Count() < choices.Count ? throw list.Wrong("choices", "each key only once")
        : choices;

    private static int Key(ContentFile item) =>
        item.Text("key") is [>= '1' and <= '9'] key ? key[0] - '0' : throw item.Wrong("key", "a key is 1 to 9");

    private static string Label(ContentFile item) =>
        item.Text("say") is { Length: <= LongestLabel } label ? label : throw item.Wrong("say", $"at most {LongestLabel} characters");

    private static Dictionary<string, HashSet<string>> Taxonomy(string contentRoot)
    {
        var folder = Path.Combine(contentRoot, "taxonomy");
        return ContentFile.Read(contentRoot, Path.Combine(folder, "groups.yaml")).List("groups").Select(g => g.Text("id"))
            .ToDictionary(
                group => group,
                group => ContentFile.Read(contentRoot, Path.Combine(folder, "topics", $"{group}.yaml"))
                    .List("topics").Select(t => t.Text("id")).ToHashSet(StringComparer.Ordinal),
                StringComparer.Ordinal);
    }
}
