using System.Globalization;
using Helpline.Core.Common;

namespace Helpline.Web.Pages.Public.Ask;

/// <summary>Stored moments as people read them.</summary>
public static class LondonDates
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A stored UTC moment as a London day and time: "10 November 2026, 14:05".</summary>
    public static string InLondon(this DateTime utc) => utc.ToLondon().ToString("d MMMM yyyy, HH:mm", English);
}
