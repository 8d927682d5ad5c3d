namespace Helpline.Core.Texts;

/// <summary>A word that is a command to the telephone service, not something said to us.</summary>
public enum TextKeyword
{
    /// <summary>No command: something said to us.</summary>
    None,

    /// <summary>No texts any more.</summary>
    Stop,

    /// <summary>Texts again.</summary>
    Start,

    /// <summary>Who is this?</summary>
    Help,
}

/// <summary>Reads commands. Only a text that is nothing but the word is one: "please stop the council" is not.</summary>
public static class TextKeywords
{
    private static readonly HashSet<string> Stop = new(StringComparer.OrdinalIgnoreCase) { "STOP", "STOPALL", "UNSUBSCRIBE", "END", "QUIT", "REVOKE", "OPTOUT", "CANCEL" };

    private static readonly HashSet<string> Start = new(StringComparer.OrdinalIgnoreCase) { "START", "UNSTOP" };

    private static readonly HashSet<string> Help = new(StringComparer.OrdinalIgnoreCase) { "HELP", "INFO" };

    /// <summary>The command of a text, or of what the service says it took it for.</summary>
    /// <param name="body">The text.</param>
    /// <param name="optOutType">What the service took it for: STOP, START or HELP; null where it says nothing.</param>
    public static TextKeyword Of(string body, string? optOutType)
    {
        var word = optOutType is { Length: > 0 } said ? said : body.Trim();
        return Stop.Contains(word) ? TextKeyword.Stop
            : Start.Contains(word) ? TextKeyword.Start
            : Help.Contains(word) ? TextKeyword.Help
            : TextKeyword.None;
    }
}
