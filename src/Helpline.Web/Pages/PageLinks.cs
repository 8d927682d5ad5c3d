namespace Helpline.Web.Pages;

/// <summary>The pages of a list: which one this is, how many there are, and where each is.</summary>
public sealed record PageLinks(int Current, int Last, Func<int, string> Address)
{
    public static readonly PageLinks None = new(1, 1, _ => "");
}
