using Helpline.Core.Enquiries;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Helpline.Web.Pages.Public.Ask;

public sealed class ReplyModel(AskJourneys journeys) : AskPage(journeys)
{
    [BindProperty]
    public string? Reply { get; set; }

    public static IReadOnlyList<FieldOption> Options { get; } =
    [
        new("email", "Email me when the answer is there", "You get a private link. The answer itself is not in the email."),
        new("come-back", "I will come back for it", "You get a reference and a PIN. We do not need your email address."),
    ];

    public void OnGet() => Reply = State.Reply switch
    {
        ReplyRoute.Email => "email",
        ReplyRoute.ComeBack or ReplyRoute.Text => "come-back",
        null => null,
    };

    public async Task<IActionResult> OnPostAsync() => Reply switch
    {
        "email" => await GoOnAsync(State with { Reply = ReplyRoute.Email }, "Email", always: State.Email is null || !IsChange),
        null or "" or "come-back" => await GoOnAsync(State with { Reply = ReplyRoute.ComeBack, Email = null }, "Name"),
        _ => Again(nameof(Reply), "Choose how we should reply from the list"),
    };
}
