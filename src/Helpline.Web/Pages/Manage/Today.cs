using Helpline.Core.Common;
using Helpline.Core.Figures;
using Helpline.Core.Mail;

namespace Helpline.Web.Pages.Manage;

/// <summary>What the page of today shows, read at one moment.</summary>
public sealed record Today
{
    /// <summary>The moment on the clock in London.</summary>
    public required DateTime At { get; init; }

    public required LondonDay Day { get; init; }

    public required QueueNow Queue { get; init; }

    public required AdvisersNow Advisers { get; init; }

    public required CallsToday Calls { get; init; }

    public required WrittenToday Written { get; init; }

    public required SatisfactionToday Satisfaction { get; init; }

    public required UnsentMails Unsent { get; init; }

    public static async Task<Today> ReadAsync(
        LiveFiguresQueries figures, UnsentMailQueries mails, TimeProvider time, CancellationToken cancellationToken)
    {
        var day = LondonDay.Today(time);
        return new Today
        {
            At = time.UtcNow().ToLondon(),
            Day = day,
            Queue = await figures.QueueAsync(cancellationToken),
            Advisers = await figures.AdvisersAsync(cancellationToken),
            Calls = await figures.CallsAsync(day, cancellationToken),
            Written = await figures.WrittenAsync(day, cancellationToken),
            Satisfaction = await figures.SatisfactionAsync(day, cancellationToken),
            Unsent = await UnsentMails.ReadAsync(mails, cancellationToken),
        };
    }
}
