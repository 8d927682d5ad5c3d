using System.Collections.Frozen;
using Helpline.Knowledge.Search.Analysis;

namespace Helpline.Knowledge.Search.Lay;

/// <summary>Cuts a text into what counts in a phrase: terms and stems without small words, with every kind of "no" as one.</summary>
internal sealed class LayUnits(SynonymMap synonyms, SynonymMap same)
{
    private const string Not = "not";

    private static readonly FrozenSet<string> Small = Set("""
        a about all also am an and any are as at be been being but by can could did do does doing for from get gets getting go goes going got had
        has have having he hed hell her here hers herself hes him himself his how i id if ill im in into is it its itself ive just keep keeps
        kept let lets like made make makes making may me might mine more most much must my myself now of on or our ours own please put
        really said same say says saying shall she shed shes should so some still such than that thats the their theirs them themselves then there theres
        these they theyre theyve thing things this those to too trying try us use used very want wants wanted was we were weve what whats when where which
        while who why will with would yet you your youre yours son sons daughter daughters child childs children kid boy boys girl girls lad
        mum mummy dad daddy autistic disabled sen send even ever every
        """);

    private static readonly FrozenSet<string> Negations = Set("""
        no not never none nothing nobody nowhere without cannot cant wont dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt
        shouldnt unable
        """);

    /// <summary>With the synonyms, and with the words that are the same in families' phrases.</summary>
    public static LayUnits Of(LaySource source, SynonymMap synonyms) => new(
        synonyms,
        new SynonymMap(new SynonymSource([.. source.Same.Select((words, i) => new SynonymGroup($"same{i}", words, []))], new Dictionary<string, string>(), [])));

    public List<string> Of(IReadOnlyList<Word> words)
    {
        var units = new List<string>();
        for (var i = 0; i < words.Count;)
        {
            var term = synonyms.Match(words, i);
            var alike = same.Match(words, i);
            if (alike is not null && alike.Words >= (term?.Words ?? 0))
            {
                units.Add(alike.Group);
                i += alike.Words;
            }
            else if (term is not null)
            {
                units.Add(SynonymMap.TokenOf(term.Group));
                i += term.Words;
            }
            else
            {
                Add(words[i].Text, units);
                i++;
            }
        }

        return units;
    }

    private static void Add(string word, List<string> units)
    {
        if (Negations.Contains(word))
        {
            // "Not … never" within one phrase is one refusal.
            if (units.Count == 0 || units[^1] != Not)
            {
                units.Add(Not);
            }
        }
        else if (word.Length > 0 && !Small.Contains(word))
        {
            units.Add(Stems.Of(word));
        }
    }

    private static FrozenSet<string> Set(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
