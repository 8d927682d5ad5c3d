namespace Helpline.Web.Pages.Public;

/// <summary>The search box: its label, and what was searched for.</summary>
public sealed record SearchBox(string Label, string? Query = null, string? Topic = null);
