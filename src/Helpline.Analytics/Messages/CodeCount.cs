namespace Helpline.Analytics.Messages;

/// <summary>How many contacts share a code.</summary>
/// <param name="Code">A code, never text.</param>
/// <param name="Count">Contacts; never fewer than the window's k.</param>
public sealed record CodeCount(string Code, int Count);
