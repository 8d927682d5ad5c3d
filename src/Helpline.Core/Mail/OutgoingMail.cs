namespace Helpline.Core.Mail;

/// <summary>A mail, ready to be sent.</summary>
public sealed record OutgoingMail
{
    /// <summary>Names the mail; the same one may come twice.</summary>
    public required Guid Id { get; init; }

    /// <summary>The address it goes to.</summary>
    public required string To { get; init; }

    /// <summary>The subject; nothing personal.</summary>
    public required string Subject { get; init; }

    /// <summary>The text as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML, a whole document.</summary>
    public required string Html { get; init; }
}
