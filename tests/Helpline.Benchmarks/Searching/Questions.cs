namespace Helpline.Benchmarks.Searching;

/// <summary>What parents and advisers type: a word, a few words, citations, slips, whole questions.</summary>
internal static class Questions
{
    public static IReadOnlyList<string> All { get; } =
    [
        "transport",
        "exclusion",
        "tribunal",
        "s.36(8)",
        "reg 13",
        "section 19 education",
        "EHCP",
        "statement of special educational needs",
        "School Action Plus",
        "Parent Partnership",
        "SENCO not helping",
        "suport at school",
        "exlusion appeal",
        "educational phycologist report",
        "how long does the council have to decide",
        "council refused to assess my child",
        "the school keeps sending him home early",
        "taxi to school cancelled",
        "my daughter cannot go to school because of anxiety",
        "what happens at annual review",
        "school says there is no money for a teaching assistant",
        "can I choose a special school",
        "mediation certificate",
        "deadline to appeal to the tribunal",
        "they want to kick him out what can I do",
        "moving to another council with a plan",
        "home education and EHC plan",
        "personal budget",
        "speech and language therapy in the plan is not being delivered",
        "disability discrimination school trip",
        "who pays for transport to college",
        "health needs and medication at school",
    ];
}
