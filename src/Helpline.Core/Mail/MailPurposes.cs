namespace Helpline.Core.Mail;

/// <summary>What a mail tells the enquirer, by codes that are kept with it.</summary>
public static class MailPurposes
{
    /// <summary>The question has arrived.</summary>
    public const string Received = "received";

    /// <summary>The answer is there.</summary>
    public const string Answered = "answered";

    /// <summary>The follow-up question has arrived.</summary>
    public const string FollowUpReceived = "follow-up-received";
}
