namespace Helpline.Web.Hosting;

/// <summary>What the site calls itself.</summary>
public static class SiteName
{
    public const string Full = "SEND Helpline";
}
