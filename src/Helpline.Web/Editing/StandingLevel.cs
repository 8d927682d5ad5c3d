namespace Helpline.Web.Editing;

/// <summary>Whether a text may be relied on.</summary>
public enum StandingLevel
{
    /// <summary>Nothing is known against it.</summary>
    Green,

    /// <summary>To be read again; may be cited, with the reason in view.</summary>
    Amber,

    /// <summary>Wrong; can be neither inserted nor cited.</summary>
    Red,
}
