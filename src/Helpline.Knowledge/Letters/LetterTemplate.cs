using Helpline.Knowledge.Articles;

namespace Helpline.Knowledge.Letters;

/// <summary>A letter that parents and advisers fill in.</summary>
public sealed record LetterTemplate
{
    /// <summary>Its id, the last part of its address <c>/letters/{id}</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>When to use it, in a sentence or two.</summary>
    public required string Summary { get; init; }

    /// <summary>Ids of its topics, the chief one first.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>Ids of the stages it serves; empty when it serves all.</summary>
    public required IReadOnlyList<string> Stages { get; init; }

    /// <summary>Ids of every provision it names, in its fields or its text.</summary>
    public required IReadOnlyList<string> Provisions { get; init; }

    /// <summary>Ids of every time limit it names, in its fields or its text.</summary>
    public required IReadOnlyList<string> Deadlines { get; init; }

    /// <summary>The day it was last reviewed.</summary>
    public required DateOnly Reviewed { get; init; }

    /// <summary>The day by which it must be reviewed again.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>The day on which the law it states was checked.</summary>
    public required DateOnly LawAsAt { get; init; }

    /// <summary>The first day on which what it says is law; null when it need not say.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which what it says is law; null while none is known.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Where its statements come from.</summary>
    public required IReadOnlyList<ArticleSource> Sources { get; init; }

    /// <summary>What is filled in, in order.</summary>
    public required IReadOnlyList<LetterField> Fields { get; init; }

    /// <summary>The authority for the letter, as HTML safe to write into a page.</summary>
    public required string LegalBasisHtml { get; init; }

    /// <summary>The authority for the letter in plain words.</summary>
    public required string LegalBasis { get; init; }

    /// <summary>A hash of the file, so that a letter can say which text it was made from.</summary>
    public required string Version { get; init; }

    /// <summary>The text with its gaps, as HTML.</summary>
    internal string Html { get; init; } = "";

    /// <summary>The text with its gaps, as plain text.</summary>
    internal string Text { get; init; } = "";
}
