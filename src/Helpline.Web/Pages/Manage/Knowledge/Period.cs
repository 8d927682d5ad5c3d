using Helpline.Core.Common;
using Helpline.Web.Hosting;
using Helpline.Web.TagHelpers;

namespace Helpline.Web.Pages.Manage.Knowledge;

/// <summary>Days in London, both within the period, as UTC moments.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
public sealed record Period(DateOnly First, DateOnly Last)
{
    public DateTime From => First.LondonMidnightUtc();

    public DateTime Until => Last.AddDays(1).LondonMidnightUtc();

    /// <summary>The period typed; null, with what to put right, when it is none. Nothing typed is the last 90 days.</summary>
    public static Period? Read(DateEntry from, DateEntry to, DateOnly today, Action<string, string> problem)
    {
        if (from.IsEmpty && to.IsEmpty)
        {
            return new Period(today.AddDays(-89), today);
        }

        var good = from.TryRead("The first day", out var first, out var error);
        if (error is not null)
        {
            problem("From", error);
        }

        good &= to.TryRead("The last day", out var last, out var other);
        if (other is not null)
        {
            problem("To", other);
        }

        if (good && last < first)
        {
            problem("To", $"The last day must not be before {first.InWords()}");
            good = false;
        }

        return good ? new Period(first, last) : null;
    }
}
