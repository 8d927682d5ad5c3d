using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Hours;

namespace Helpline.Core.Surges;

/// <summary>Surges in plain English, for colleagues.</summary>
public static class SurgeWords
{
    /// <summary>What a surge changes, until when and why.</summary>
    public static string Terms(Surge surge) => Sentences(
        surge.Reason, surge.Until, surge.Banner, surge.ReplyWorkingDays, surge.DeadlinesOnly, surge.CallbackQuota, surge.QuotaIsHourly);

    /// <summary>What the surge that is on changes, until when and why.</summary>
    public static string Terms(SurgeView surge) => Sentences(
        surge.Reason, surge.Until, surge.Banner, surge.ReplyWorkingDays, surge.DeadlinesOnly, surge.CallbackQuota, surge.QuotaIsHourly);

    /// <summary>What was done, as the log begins.</summary>
    public static string Kind(SurgeChangeKind kind) => kind switch
    {
        SurgeChangeKind.SwitchedOn => "Switched on",
        SurgeChangeKind.Changed => "Changed",
        SurgeChangeKind.SwitchedOff => "Switched off",
    };

    /// <summary>A moment (UTC) as staff read it: "Friday 27 November 2026, 5:30pm".</summary>
    public static string Moment(DateTime utc) =>
        $"{HoursText.SpokenDate(DateOnly.FromDateTime(utc.ToLondon()))}, {HoursText.WrittenTime(TimeOnly.FromDateTime(utc.ToLondon()))}";

    private static string Sentences(string reason, DateTime until, string? banner, int? days, bool deadlinesOnly, int? quota, bool hourly)
    {
        List<string> parts = [$"Until {Moment(until)}. Why: {reason.TrimEnd('.')}."];
        if (days is { } promised)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"Written replies are promised within {promised} working days."));
        }

        if (deadlinesOnly)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"The line is for callers who have to send something within {Surge.UrgentDays} days."));
        }

        if (quota is { } most)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"At most {most} callbacks are promised each {(hourly ? "hour" : "day")}."));
        }

        if (banner is not null)
        {
            parts.Add($"The site says: “{banner}”");
        }

        return string.Join(' ', parts);
    }
}
