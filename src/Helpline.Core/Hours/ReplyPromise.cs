using Helpline.Core.Common;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Hours;

/// <summary>The day by which an enquiry is answered: working days, without weekends and bank holidays, not counting the day it arrives.</summary>
public sealed class ReplyPromise(BankHolidays bankHolidays, IOptions<ReplyPromiseOptions> options)
{
    /// <summary>How many working days are promised.</summary>
    public int WorkingDays => options.Value.WorkingDays;

    /// <summary>The day in London on which the answer is due, for an enquiry received at a moment (UTC).</summary>
    /// <param name="receivedUtc">When it was received, UTC.</param>
    /// <param name="lastDay">The last day of a time limit it is about: then the answer is due on a working day before it, if one is left after the day it arrives.</param>
    /// <param name="workingDays">How many working days are promised instead of the usual.</param>
    public DateOnly DueOn(DateTime receivedUtc, DateOnly? lastDay = null, int? workingDays = null)
    {
        var day = UkTime.DayOf(receivedUtc);
        var promised = workingDays ?? WorkingDays;
        for (var left = promised; left > 0;)
        {
            var next = NextWorkingDay(day);
            if (left < promised && next >= lastDay)
            {
                break;
            }

            (day, left) = (next, left - 1);
        }

        return day;
    }

    private DateOnly NextWorkingDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (!bankHolidays.IsWorkingDay(day));

        return day;
    }

    /// <summary>The end of the day on which the answer is due, as a moment (UTC).</summary>
    public DateTime DueAt(DateTime receivedUtc, DateOnly? lastDay = null, int? workingDays = null) =>
        DueOn(receivedUtc, lastDay, workingDays).AddDays(1).LondonMidnightUtc();
}
