using Helpline.Core.Bookings;
using Helpline.Core.Data;
using Helpline.Knowledge;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>Booked calls from today on, with what became of them. No name and no number is shown.</summary>
[Authorize(Roles = Roles.Supervisor)]
public sealed class BookingsModel(BookingQueries queries, IKnowledgeBase knowledge) : PageModel
{
    public IReadOnlyList<BookingRow> Rows { get; private set; } = [];

    public static string Word(BookingStanding standing) => standing switch
    {
        BookingStanding.Upcoming => "Upcoming",
        BookingStanding.Waiting => "Waiting for an adviser",
        BookingStanding.Late => "Late, parent told",
        BookingStanding.Ringing => "With an adviser",
        BookingStanding.Talked => "Talked",
        BookingStanding.NotReached => "Not reached",
        BookingStanding.Cancelled => "Cancelled",
    };

    public static string Colour(BookingStanding standing) => standing switch
    {
        BookingStanding.Upcoming or BookingStanding.Ringing => "govuk-tag--blue",
        BookingStanding.Waiting => "govuk-tag--yellow",
        BookingStanding.Late => "govuk-tag--red",
        BookingStanding.Talked => "govuk-tag--green",
        BookingStanding.NotReached or BookingStanding.Cancelled => "govuk-tag--grey",
    };

    public string About(BookingRow row) => knowledge.Current.TopicGroups.Find(row.TopicGroupId)?.Label ?? "Not said";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Rows = await queries.ListAsync(cancellationToken);
    }
}
