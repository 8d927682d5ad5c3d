using System.Diagnostics.CodeAnalysis;
using FluentValidation.Results;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Helpline.Web.Pages.Public.Book;

/// <summary>One page of the way to a booked call. Without answers to go on from it leads to a kind word; after booking, to the confirmation.</summary>
[EnableRateLimiting(RateLimits.PublicForms)]
public abstract class BookPage(BookJourneys journeys) : PageModel
{
    /// <summary>Which journey; two tabs have two.</summary>
    [FromQuery(Name = "journey")]
    public string? Journey { get; set; }

    /// <summary>Set when one answer is changed from the last page, to which the visitor then returns.</summary>
    [FromQuery(Name = "change")]
    public string? Change { get; init; }

    public bool IsChange => Change is not null;

    /// <summary>The answers so far. Not null on a page that needs them.</summary>
    public BookState? Found { get; private set; }

    protected BookState State => Found ?? throw new InvalidOperationException("This page needs a journey.");

    /// <summary>Whether the page can stand at the start of a journey.</summary>
    protected virtual bool MayStart => false;

    /// <summary>Whether the page is for after booking.</summary>
    protected virtual bool IsAfter => false;

    [SuppressMessage("Design", "CA1062", Justification = "Called by the framework.")]
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Found = await journeys.FindAsync(Journey);
        context.Result = Found switch
        {
            null => MayStart ? null : RedirectToPage("/Public/Book/Expired"),
            { Done: not null } => IsAfter || (MayStart && HttpMethods.IsPost(Request.Method)) ? null : RedirectToPage("/Public/Book/Done", new { Journey }),
            { Done: null } => IsAfter ? RedirectToPage("/Public/Book/Check", new { Journey }) : null,
        };
        if (context.Result is null)
        {
            await next();
        }
    }

    /// <summary>The address of another page of this journey.</summary>
    public string To(string page) => Url.Page($"/Public/Book/{page}", new { Journey, Change })!;

    /// <summary>Where the page's back link leads: to the page before, or to the last one where one answer is changed.</summary>
    public string Back(string page) => Url.Page($"/Public/Book/{(IsChange ? "Check" : page)}", new { Journey })!;

    /// <summary>Keeps the answers and goes on: to the given page, or back to the last one where only one answer was to be changed.</summary>
    protected async Task<IActionResult> GoOnAsync(BookState state, string page, bool always = false)
    {
        Journey ??= journeys.NewName();
        await journeys.SaveAsync(Journey, state);
        Found = state;
        return IsChange && !always
            ? RedirectToPage("/Public/Book/Check", new { Journey })
            : RedirectToPage($"/Public/Book/{page}", new { Journey, Change });
    }

    /// <summary>The page again, with what was typed and what is wrong with it.</summary>
    protected IActionResult Again(params (string Field, string Message)[] wrong)
    {
        ModelState.Accept(new ValidationResult(wrong.Select(w => new ValidationFailure(w.Field, w.Message))));
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
