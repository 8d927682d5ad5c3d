namespace Helpline.Knowledge.Tests;

/// <summary>A small, valid content folder of its own, to be broken file by file.</summary>
internal sealed class MiniContent : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("helpline-content-").FullName;

    public MiniContent()
    {
        Write("taxonomy/groups.yaml", "groups:\n  - id: plans\n    label: Plans\n");
        Write("taxonomy/topics/plans.yaml", Topics);
        Write("taxonomy/provisions.yaml", Provisions);
        Write("taxonomy/roles.yaml", "roles:\n  - {id: parent, label: Parent}\n");
        Write("taxonomy/stages.yaml", "stages:\n  - {id: none, label: None yet, order: 1}\n");
        Write("taxonomy/outcomes.yaml", "outcomes:\n  - {id: info-given, label: Information given}\n");
        Write("taxonomy/referral-destinations.yaml", Destinations);
        Write("deadlines.yaml", Deadlines);
        Write("bank-holidays.yaml", "bankHolidays:\n  - {date: 2026-12-25, name: Christmas Day}\n  - {date: 2027-01-01, name: New Year's Day}\n");
        Write("articles/first-steps.md", Article());
    }

    public const string Topics = "topics:\n  - id: asking\n    label: Asking for a plan\n    provisions: [act-s1]\n    synonyms:\n      - how do I ask\n";

    public const string Provisions =
        "defaults: {lawAsAt: 2026-11-01, reviewed: 2026-11-01, reviewBy: 2027-05-01}\nprovisions:\n  - id: act-s1\n    title: The Act – asking\n    section: section 1\n    kind: statute\n    url: https://example.test/1\n"
        + "  - id: code\n    title: The \"Code\"\n    section: whole document\n    kind: guidance\n";

    public const string Destinations = "destinations:\n  - {id: charity, name: The Charity, useFor: Help, url: https://example.test}\n  - {id: council, name: Council, useFor: Letters}\n";

    public const string Deadlines =
        "countingRules: [Weeks are calendar weeks.]\ndeadlines:\n  - id: answer\n    topic: asking\n    kind: statutory\n    title: The council must answer\n"
        + "    whoMustAct: Council\n    trigger: The council receives the request\n    counting: {period: 6, unit: weeks}\n    howCounted: Calendar weeks\n"
        + "    authority: The Act, section 1\n    provisions: [act-s1]\n    ifMissed: Complain\n    confidence: checked\n    example: {text: Monday to Monday}\n";

    public string Path => System.IO.Path.Combine(root, "content");

    public static string Article(string title = "First steps", string body = "## What to do\n\nWrite to the council and ask.\n", string slug = "first-steps", string extra = "") =>
        $"---\ntitle: {title}\nslug: {slug}\nsummary: How to ask for a plan.\ntopics: [asking]\nprovisions: [act-s1]\naudience: both\nreviewed: 2026-11-01\n"
        + $"reviewBy: 2027-05-01\nlawAsAt: 2026-11-01\nsources:\n  - The Act, section 1\n{extra}---\n{body}";

    /// <summary>The line on which the body of <see cref="Article"/> begins, without extra fields.</summary>
    public const int BodyLine = 14;

    public void Write(string file, string text)
    {
        var full = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        // Moved into place whole, as editors do, so that a watcher never sees half a file.
        var draft = System.IO.Path.Combine(root, Guid.NewGuid().ToString("N"));
        File.WriteAllText(draft, text);
        File.Move(draft, full, overwrite: true);
    }

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public void Dispose() => Directory.Delete(root, recursive: true);
}
