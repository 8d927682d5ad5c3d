using Helpline.Core.Callbacks;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Book;

public sealed class NumberModel(BookJourneys journeys) : BookPage(journeys)
{
    private const string Relay = "relay";
    private const string Texts = "texts";

    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string[] Ways { get; set; } = [];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    public static IReadOnlyList<FieldOption> Options { get; } =
    [
        new(Relay, "Ring me through Relay UK (18002)", "An assistant joins the call and types or speaks for you."),
        new(Texts, "Text me a confirmation and a reminder", "To UK mobiles. The texts say when we ring, and nothing else about you."),
    ];

    public void OnGet()
    {
        Number = State.Number is { } number ? UkNumber.Written(number) : null;
        Ways = [.. new[] { State.ThroughRelay ? Relay : "", State.WantsTexts ? Texts : "" }.Where(w => w.Length > 0)];
        (Name, Email) = (State.Name, State.Email);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var (reach, wrong) = BookFields.Reach(Number, Name, Email);
        return wrong.Count > 0
            ? Again([.. wrong])
            : await GoOnAsync(
                State with { Number = reach.Number, ThroughRelay = Ways.Contains(Relay), WantsTexts = Ways.Contains(Texts), Name = reach.Name, Email = reach.Email }, "Questions");
    }
}
