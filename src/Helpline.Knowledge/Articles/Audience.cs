namespace Helpline.Knowledge.Articles;

/// <summary>For whom an article is written.</summary>
public enum Audience
{
    /// <summary>Families; shown on the public site and in the console.</summary>
    Parent,

    /// <summary>Advisers; shown in the console only.</summary>
    Adviser,

    /// <summary>Families and advisers alike.</summary>
    Both,
}
