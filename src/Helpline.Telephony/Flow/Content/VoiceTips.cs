using System.Text.RegularExpressions;

namespace Helpline.Telephony.Flow.Content;

/// <summary>One useful thing said between two announcements.</summary>
/// <param name="Words">What is said; it states no law.</param>
/// <param name="Page">The path of the page of ours that says more, such as <c>/topics/transport</c>; its address is said after the tip.</param>
/// <param name="GroupId">The topic group it is for; null when it is for every caller.</param>
/// <param name="OffersCallback">Whether it speaks of being rung back, and so is left out while no callback can be promised.</param>
internal sealed record VoiceTip(string Words, string Page, string? GroupId, bool OffersCallback);

/// <summary>What is said to waiting callers between the announcements: <c>content/voice/tips.yaml</c>.</summary>
internal sealed partial class VoiceTips
{
    private const int MostTips = 100;
    private const int Longest = 300;
    private const int LongestPage = 60;

    // Pages that are not made from a file of the content folder. A test of the web host opens the page of every tip.
    private static readonly string[] Pages = ["/advice", "/ask", "/book", "/deadlines", "/find-help", "/guides", "/letter-check", "/letters", "/topics", "/updates"];

    private readonly IReadOnlyList<VoiceTip> tips;

    private VoiceTips(IReadOnlyList<VoiceTip> tips) => this.tips = tips;

    /// <summary>Every tip, in the order written.</summary>
    public IReadOnlyList<VoiceTip> All => tips;

    /// <summary>The tip whose turn it is: those of the caller's topic group first, then the general ones, then from the start. Null when there is none.</summary>
    /// <param name="groupId">The topic group the caller gave; null for none.</param>
    /// <param name="said">How many tips this caller has heard.</param>
    /// <param name="callbacks">Whether a callback can be promised.</param>
    public VoiceTip? Next(string? groupId, int said, bool callbacks)
    {
        List<VoiceTip> own = [.. Of(t => t.GroupId is not null && t.GroupId == groupId), .. Of(t => t.GroupId is null)];
        return own.Count == 0 ? null : own[said % own.Count];

        IEnumerable<VoiceTip> Of(Func<VoiceTip, bool> chosen) => tips.Where(t => chosen(t) && (callbacks || !t.OffersCallback));
    }

    /// <summary>Reads the tips of a content folder and checks their groups and pages against it.</summary>
    /// <exception cref="InvalidDataException">Something is wrong with one of them; says file and line.</exception>
    public static VoiceTips Read(string contentRoot)
    {
        var groups = ContentFile.Read(contentRoot, Path.Combine(contentRoot, "taxonomy", "groups.yaml")).List("groups")
            .Select(g => g.Text("id")).ToHashSet(StringComparer.Ordinal);
        var root = ContentFile.Read(contentRoot, Path.Combine(contentRoot, "voice", "tips.yaml")).Allow("tips");
        var read = root.List("tips").Select(item => Tip(contentRoot, item.Allow("group", "say", "page", "offers"), groups)).ToList();
        return read.Count > MostTips ? throw root.Wrong("tips", $"at most {MostTips} tips") : new(read);
    }

    private static VoiceTip Tip(string contentRoot, ContentFile item, HashSet<string> groups)
    {
        var group = item.Has("group") ? item.Text("group") : null;
        if (group is not null && !groups.Contains(group))
        {
            throw item.Wrong("group", $"'{group}' is not a topic group of the taxonomy");
        }

        if (item.Has("offers") && item.Text("offers") != "callback")
        {
            throw item.Wrong("offers", "only 'callback' is known here");
        }

        return new VoiceTip(Words(item), PageOf(contentRoot, item, group, groups), group, item.Has("offers"));
    }

    private static string Words(ContentFile item)
    {
        var words = item.Text("say").ReplaceLineEndings(" ");
        return words.Length > Longest ? throw item.Wrong("say", $"a tip has at most {Longest} characters")
            : words.AsSpan().ContainsAny('{', '}') ? throw item.Wrong("say", "a tip takes no placeholder")
            : words[^1] is not ('.' or '?') ? throw item.Wrong("say", "a tip ends with a full stop, as the address of its page is said after it")
            : Law().Match(words) is { Success: true } law
                ? throw item.Wrong("say", $"'{law.Value}' states law, which is said only with its authority; leave it to the page")
                : words;
    }

    private static string PageOf(string contentRoot, ContentFile item, string? group, HashSet<string> groups)
    {
        if (!item.Has("page") && group is not null)
        {
            return $"/topics/{group}";
        }

        var page = item.Text("page");
        return page.Length > LongestPage ? throw item.Wrong("page", $"at most {LongestPage} characters, as it is read out")
            : Exists(contentRoot, page, groups) ? page
            : throw item.Wrong("page", $"'{page}' is not a page of ours; write a path such as /deadlines, /topics/transport or /advice/annual-reviews");
    }

    private static bool Exists(string contentRoot, string page, HashSet<string> groups) => page.Split('/') switch
    {
        ["", _] => Pages.Contains(page),
        ["", "topics", var group] => groups.Contains(group),
        ["", "advice", var slug] => Slug().IsMatch(slug) && File.Exists(Path.Combine(contentRoot, "articles", $"{slug}.md")),
        ["", "guides", var slug] => Slug().IsMatch(slug) && File.Exists(Path.Combine(contentRoot, "guides", $"{slug}.yaml")),
        _ => false,
    };

    // The words by which an article is held to state law, and every period: time limits are written once, in deadlines.yaml.
    [GeneratedRegex(@"\b(must|may not|duty|duties|legal|legally|lawful|unlawful|illegal|rights? to|entitled|the law|statutory|regulation|section [a-z0-9]+|(\d+|one|two|three|four|five|six|eight|ten|fourteen|fifteen|sixteen|twenty) (working |school |calendar )?(day|week|month|year)s?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Law();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Slug();
}
