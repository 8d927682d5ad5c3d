using System.Globalization;

namespace Helpline.Web.Hosting;

/// <summary>Days as people in England read them.</summary>
public static class England
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>21 November 2026.</summary>
    public static string InWords(this DateOnly date) => date.ToString("d MMMM yyyy", English);

    /// <summary>Saturday 21 November 2026.</summary>
    public static string WithWeekday(this DateOnly date) => date.ToString("dddd d MMMM yyyy", English);
}
