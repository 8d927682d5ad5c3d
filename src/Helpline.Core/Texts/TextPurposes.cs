namespace Helpline.Core.Texts;

/// <summary>What a text is for, by codes that are kept with it.</summary>
public static class TextPurposes
{
    /// <summary>Tells that the question has arrived.</summary>
    public const string Received = "received";

    /// <summary>Tells that the answer is there, with the link to it.</summary>
    public const string Answered = "answered";

    /// <summary>Is the answer itself: the adviser chose that.</summary>
    public const string AnswerInText = "answer-in-text";

    /// <summary>Repeats what was agreed with the caller.</summary>
    public const string Agreed = "agreed";

    /// <summary>Asks whether we helped.</summary>
    public const string Survey = "survey";

    /// <summary>Tells a caller who kept their place that we rang in vain for the last time.</summary>
    public const string NotReached = "not-reached";

    /// <summary>Says who we are, in answer to HELP.</summary>
    public const string Help = "help";

    /// <summary>Came in: part of a question.</summary>
    public const string Question = "question";

    /// <summary>Came in: the digits that answer a survey.</summary>
    public const string SurveyAnswer = "survey-answer";

    /// <summary>Came in: STOP, START or HELP.</summary>
    public const string Keyword = "keyword";
}

/// <summary>Why a text was not delivered, by codes.</summary>
public static class TextReasons
{
    /// <summary>The person has asked for no texts.</summary>
    public const string OptedOut = "opted-out";

    /// <summary>It is no number that can receive texts, such as a landline.</summary>
    public const string CannotReceive = "cannot-receive";

    /// <summary>The handset was off or out of reach for too long.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>What was kept of it could not be read.</summary>
    public const string Unreadable = "text.unreadable";

    /// <summary>Any other refusal; the telephone service's code follows, if it gave one.</summary>
    public const string RefusedPrefix = "refused-";
}
