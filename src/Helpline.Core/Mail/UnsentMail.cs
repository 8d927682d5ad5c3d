namespace Helpline.Core.Mail;

/// <summary>A mail that could not be sent and will not be tried again. Codes and the reference only.</summary>
/// <param name="Reference">The enquiry it was about; null when it was about none.</param>
/// <param name="Purpose">Which mail: a code of <see cref="MailPurposes"/>; null where none was kept.</param>
/// <param name="SetAsideAt">When it was given up, UTC.</param>
/// <param name="Reason">Why, by a code.</param>
public sealed record UnsentMail(string? Reference, string? Purpose, DateTime SetAsideAt, string Reason);
