namespace Helpline.Web.Hosting;

/// <summary>A page of the public site that search engines may show.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Changed">The day its text was last reviewed; null where nobody wrote one down.</param>
public sealed record PublicAddress(string Path, DateOnly? Changed = null);
