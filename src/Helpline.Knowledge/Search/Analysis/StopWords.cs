using System.Collections.Frozen;

namespace Helpline.Knowledge.Search.Analysis;

/// <summary>Words that say nothing about the subject. Who the child is to the writer says nothing either, and is rare enough in our texts to mislead.</summary>
internal static class StopWords
{
    private const string List = """
        a about after again all also am an and any are arent as at be because been before being both but by came can cant cannot could couldnt
        did didnt do does doesnt doing done dont down each even ever every few for from get gets getting go goes going got had has hasnt have
        havent having he hed hell her here hers herself hes him himself his how however i id if ill im in into is isnt it its itself ive just
        keep keeps kept know let lets like made make makes many may me might more most much must my myself no nor not now of off on once only or
        other our ours ourselves out over own please put really said same say says shall she shed shes should shouldnt since so some still such
        take tell than thank thanks that thats the their theirs them themselves then there theres these they theyre theyve thing things this
        those though through to told too under until up upon us very want wants was wasnt we were werent weve what whats when where which while
        who whom whos why will with wont would wouldnt yes yet you your youre yours yourself hi hello
        son sons daughter daughters boy boys girl girls kid kids lad mum mummy dad daddy
        """;

    private static readonly FrozenSet<string> Words =
        List.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => Words.Contains(word);
}
