namespace Helpline.Web.Pages.Public;

/// <summary>Where somebody searched.</summary>
public enum SearchPlace
{
    /// <summary>The public search page.</summary>
    Site,

    /// <summary>The console's knowledge panel.</summary>
    Console,

    /// <summary>The question page of "ask an expert", while the question is written.</summary>
    Ask,
}
