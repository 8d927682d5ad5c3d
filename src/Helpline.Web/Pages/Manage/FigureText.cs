using System.Globalization;

namespace Helpline.Web.Pages.Manage;

/// <summary>Figures as managers read them.</summary>
public static class FigureText
{
    /// <summary>Stands where there is no number to give.</summary>
    public const string None = "–";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>A number with its noun: "1 call", "2 calls".</summary>
    public static string Count(int number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    public static string Number(int number) => number.ToString("N0", English);

    /// <summary>A share to one decimal, cut and not rounded: 79.96% must not look like the standard met.</summary>
    public static string Percent(double? share) => share is { } value
        ? string.Create(English, $"{Math.Floor((decimal)value * 1000m) / 10m:0.#}%")
        : None;

    /// <summary>The two greatest units: "45 seconds", "3 min 20 s", "2 h 5 min", "1 day 4 h".</summary>
    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => None,
        { TotalMinutes: < 1 } d => string.Create(English, $"{(int)d.TotalSeconds} s"),
        { TotalHours: < 1 } d => string.Create(English, $"{d.Minutes} min {d.Seconds} s"),
        { TotalDays: < 1 } d => string.Create(English, $"{d.Hours} h {d.Minutes} min"),
        { } d => string.Create(English, $"{d.Days} {(d.Days == 1 ? "day" : "days")} {d.Hours} h"),
    };

    /// <summary>A threshold in words: "120 seconds", "2 hours".</summary>
    public static string Words(TimeSpan span) => span.TotalSeconds < 600
        ? string.Create(English, $"{span.TotalSeconds:0.#} seconds")
        : string.Create(English, $"{span.TotalMinutes:0.#} minutes");

    public static string Week(DateOnly monday) => monday.ToString("d MMM yyyy", English);

    public static string Day(DateOnly day) => day.ToString("dddd d MMMM", English);

    public static string Clock(DateTime local) => local.ToString("HH:mm:ss", English);
}
