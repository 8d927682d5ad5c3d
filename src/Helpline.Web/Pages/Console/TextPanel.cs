using Helpline.Core.Texts;

namespace Helpline.Web.Pages.Console;

/// <summary>The panel "Text to the caller" as it stands: what was typed, what is wrong with it, and the preview.</summary>
public sealed record TextPanel
{
    /// <summary>Longest wording of what was agreed, in characters.</summary>
    public const int AgreedLength = 300;

    /// <summary>The number as typed.</summary>
    public string To { get; init; } = "";

    /// <summary>Whether the person confirmed that it is their mobile.</summary>
    public bool Confirmed { get; init; }

    /// <summary>What was agreed.</summary>
    public string Agreed { get; init; } = "";

    /// <summary>The articles to name, by slug.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>What is wrong, with the field it belongs to.</summary>
    public (string Field, string Message)? Error { get; init; }

    /// <summary>The text exactly as it will be sent; null before it was previewed.</summary>
    public string? Preview { get; init; }

    /// <summary>The mark of the preview.</summary>
    public string? Previewed { get; init; }

    /// <summary>Whether a text was just handed to the outbox.</summary>
    public bool IsSent { get; init; }

    /// <summary>The texts that went out for this contact.</summary>
    public IReadOnlyList<TextView> Sent { get; init; } = [];

    /// <summary>The message of a field, or null.</summary>
    public string? ErrorOf(string field) => Error is { } error && error.Field == field ? error.Message : null;

    /// <summary>Where a text stands, in words.</summary>
    public static string StateOf(TextView text) => text.State switch
    {
        TextState.Waiting => "waits to be sent",
        TextState.Taken => "on its way",
        TextState.Sent => "sent; not yet confirmed by the phone",
        TextState.Delivered => "delivered",
        TextState.Received => "came in",
        TextState.NotDelivered => "not delivered: " + text.Reason switch
        {
            TextReasons.OptedOut => "they have asked for no texts",
            TextReasons.CannotReceive => "this number can’t receive texts",
            TextReasons.Unreachable => "the phone was off or out of reach",
            Core.Outbox.OutboxDispatcher.TriesUsedUp => "tried for three days without success",
            var code => $"the phone service refused it ({code})",
        },
    };

    /// <summary>What a text was for, in words.</summary>
    public static string PurposeOf(TextView text) => text.Purpose switch
    {
        TextPurposes.Received => "We have your text",
        TextPurposes.Answered => "Link to the answer",
        TextPurposes.AnswerInText => "The answer",
        TextPurposes.NotReached => "We could not reach you",
        TextPurposes.Survey => "Did we help?",
        TextPurposes.Agreed => "What was agreed",
        _ => "Text",
    };
}
