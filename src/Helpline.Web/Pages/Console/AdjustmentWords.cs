using Helpline.Core.Adjustments;

namespace Helpline.Web.Pages.Console;

/// <summary>What enquirers have asked for, in the words advisers act on.</summary>
public static class AdjustmentWords
{
    /// <summary>Each kind with its name and what it asks of the adviser, in the order of the form.</summary>
    public static IReadOnlyList<(AdjustmentKinds Kind, string Name, string Advice)> All { get; } =
    [
        (AdjustmentKinds.TextRelay, "Text relay", "never hang up on silence; say “go ahead” when you have finished; ring back through 18002"),
        (AdjustmentKinds.SignLanguage, "British Sign Language interpreter", "speak to the person, not to the interpreter; leave time"),
        (AdjustmentKinds.SpokenInterpreter, "Spoken interpreter", "short sentences; wait for the interpreter"),
        (AdjustmentKinds.MoreTime, "More time", "one question at a time; do not fill pauses"),
        (AdjustmentKinds.WrittenSummary, "Written summary", "send what was agreed in writing afterwards"),
        (AdjustmentKinds.NoVoicemail, "No voicemail", "never leave a message"),
    ];

    /// <summary>One line for an offer that rings; null where nothing was asked for. No free text: it is read before the contact is taken.</summary>
    public static string? OfferLine(EnquirerAdjustments? marked) => marked is null ? null : string.Join(". ", Lines(marked.Kinds));

    /// <summary>A line for each kind.</summary>
    public static IEnumerable<string> Lines(AdjustmentKinds kinds) =>
        All.Where(a => kinds.HasFlag(a.Kind)).Select(a => $"{a.Name}: {a.Advice}");

    /// <summary>The kinds of a form's field, names joined by a semicolon; unknown ones count as not chosen.</summary>
    public static AdjustmentKinds Read(string? names) => (names ?? "").Split(';').Aggregate(
        AdjustmentKinds.None,
        (kinds, name) => All.FirstOrDefault(a => a.Kind.ToString() == name).Kind | kinds);
}
