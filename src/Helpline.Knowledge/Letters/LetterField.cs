namespace Helpline.Knowledge.Letters;

/// <summary>A gap in a letter, filled by the person who writes it or from what a contact already says.</summary>
public sealed record LetterField
{
    /// <summary>Its id within the letter.</summary>
    public required string Id { get; init; }

    /// <summary>What to enter.</summary>
    public required string Label { get; init; }

    /// <summary>Help with it; null when none is needed.</summary>
    public required string? Hint { get; init; }

    /// <summary>What is written into it.</summary>
    public required LetterFieldKind Kind { get; init; }

    /// <summary>What a contact can fill it from: authority, enquirerName, childName, school, or date:event; null when nothing.</summary>
    public required string? From { get; init; }

    /// <summary>The id of the happening whose date this is; null when it is not such a date.</summary>
    public string? Event => From?.StartsWith("date:", StringComparison.Ordinal) == true ? From["date:".Length..] : null;

    /// <summary>What stands in the letter while the field is empty: its label in square brackets.</summary>
    public string Gap => $"[{char.ToLowerInvariant(Label[0])}{Label[1..]}]";

    /// <summary>The greatest length of a value, in characters.</summary>
    public int Longest => Kind == LetterFieldKind.LongText ? 4000 : 200;
}
