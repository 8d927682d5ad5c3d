namespace Helpline.Knowledge.Search.Analysis;

/// <summary>Finds terms of one or more words that mean the same, longest first, whatever their endings.</summary>
internal sealed class SynonymMap
{
    /// <summary>Groups whose id begins so name an Act or instrument; the rest of the id is the prefix of its provisions.</summary>
    public const string ActPrefix = "act-";

    private readonly Node root = new();

    public SynonymMap(SynonymSource source)
    {
        foreach (var group in source.Groups)
        {
            foreach (var term in group.Terms)
            {
                Add(term, group.Id, old: false);
            }

            foreach (var term in group.Old)
            {
                Add(term, group.Id, old: true);
            }
        }
    }

    /// <summary>The token that stands for a group.</summary>
    public static string TokenOf(string group) => "x" + group.Replace("-", "", StringComparison.Ordinal);

    /// <summary>The longest term that begins at a word, or null.</summary>
    public SynonymMatch? Match(IReadOnlyList<Word> words, int at)
    {
        SynonymMatch? best = null;
        var node = root;
        for (var i = at; i < words.Count && node.Next.TryGetValue(Stems.Of(words[i].Text), out var next); i++)
        {
            node = next;
            if (node.Group is { } group)
            {
                best = new SynonymMatch(group, i - at + 1, node.Old);
            }
        }

        return best;
    }

    private void Add(string term, string group, bool old)
    {
        var node = root;
        foreach (var word in Words.Split(Words.Fold(term)))
        {
            var key = Stems.Of(word.Text);
            if (!node.Next.TryGetValue(key, out var next))
            {
                node.Next[key] = next = new Node();
            }

            node = next;
        }

        if (node != root && node.Group is null)
        {
            (node.Group, node.Old) = (group, old);
        }
    }

    private sealed class Node
    {
        public Dictionary<string, Node> Next { get; } = new(StringComparer.Ordinal);

        public string? Group { get; set; }

        public bool Old { get; set; }
    }
}

/// <summary>A term found: its group, how many words it took, and whether it is an old word.</summary>
internal sealed record SynonymMatch(string Group, int Words, bool Old);
