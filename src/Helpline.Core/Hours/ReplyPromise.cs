using Helpline.Core.Common;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Hours;

/// <summary>The day by which an enquiry is answered: working days, without weekends and bank holidays, not counting the day it arrives.</summary>
public sealed class ReplyPromise(BankHolidays bankHolidays, IOptions<ReplyPromiseOptions> options)
{
    /// <summary>How many working days are promised.</summary>
    public int WorkingDays => options.Value.WorkingDays;

    /// <summary>The day in London on which the answer is due, for an enquiry received at a moment (UTC).</summary>
    public DateOnly DueOn(DateTime receivedUtc)
    {
        var day = UkTime.DayOf(receivedUtc);
        for (var left = WorkingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= bankHolidays.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>The end of the day on which the answer is due, as a moment (UTC).</summary>
    public DateTime DueAt(DateTime receivedUtc) => DueOn(receivedUtc).AddDays(1).LondonMidnightUtc();
}
