using System.Globalization;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Web.Pages.Shared;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Console;

/// <summary>The statutory clock: dates in, duties out, reminders ticked off.</summary>
public sealed partial class ContactModel
{
    public ClockView Clock { get; private set; } = null!;

    public async Task<IActionResult> OnPostEventDateAsync(
        [FromForm] string? eventId, [FromForm] string? day, [FromForm] string? month, [FromForm] string? year, CancellationToken cancellationToken)
    {
        if (knowledge.Current.ClockEvents.Find(eventId) is not { } happened)
        {
            return await ClockAsync("Choose what happened", cancellationToken);
        }

        var typed = new DateEntry { Day = day, Month = month, Year = year };
        return !typed.TryRead("The date", out var date, out var error) ? await ClockAsync(error, cancellationToken)
            : date < ContactEventDate.Earliest ? await ClockAsync($"The date must be in {ContactEventDate.Earliest.Year.ToString(CultureInfo.InvariantCulture)} or later", cancellationToken)
            : await EnterAsync(happened.Id, date, cancellationToken);
    }

    public Task<IActionResult> OnPostTakeBackAsync([FromForm] string? eventId, CancellationToken cancellationToken) =>
        EnterAsync(eventId ?? "", null, cancellationToken);

    public async Task<IActionResult> OnPostTickAsync([FromForm] string? dutyId, [FromForm] bool done, CancellationToken cancellationToken)
    {
        var answer = await DoAsync(a => contacts.TickOffAsync(new ContactId(Id), dutyId ?? "", done, a, anybodys: false, cancellationToken));
        return answer is JsonResult { StatusCode: StatusCodes.Status200OK } ? await ClockAsync(null, cancellationToken) : answer;
    }

    private async Task<IActionResult> EnterAsync(string eventId, DateOnly? date, CancellationToken cancellationToken)
    {
        if (eventId.Length is 0 or > Core.Contacts.Contact.CodeLength)
        {
            return await ClockAsync("Choose what happened", cancellationToken);
        }

        var change = Dues.Entry(eventId, date, knowledge.Current, time.LondonToday());
        var answer = await DoAsync(a => contacts.SetEventDateAsync(new ContactId(Id), a, change, cancellationToken));
        return answer is JsonResult { StatusCode: StatusCodes.Status200OK } ? await ClockAsync(null, cancellationToken) : answer;
    }

    private async Task<IActionResult> ClockAsync(string? error, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(everything: false, cancellationToken))
        {
            return NotFound();
        }

        await ReadClockAsync(error, cancellationToken);
        return Partial("_Clock", this);
    }

    private async Task ReadClockAsync(string? error, CancellationToken cancellationToken) =>
        Clock = await ClockView.OfAsync(View.Contact, knowledge.Current, time.LondonToday(), clockQueries, error, cancellationToken);
}
