using System.Net.Mail;
using Helpline.Core.Bookings;
using Helpline.Core.Callbacks;
using Helpline.Web.Pages.Public.Ask;
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
        var (name, email) = (Typed.Clean(Name)?.Replace('\n', ' '), Typed.Clean(Email));
        List<(string, string)> wrong = [];
        if (Refusal(UkNumber.Read(Number, out var number), Number) is { } why)
        {
            wrong.Add((nameof(Number), why));
        }

        if (name?.Length > Booking.NameLength)
        {
            wrong.Add((nameof(Name), "Your name must be 100 characters or fewer"));
        }

        if (email is not null && (email.Length > 254 || !IsAddress(email)))
        {
            wrong.Add((nameof(Email), "Enter an email address in the right form, like name@example.com, or leave it empty"));
        }

        return wrong.Count > 0
            ? Again([.. wrong])
            : await GoOnAsync(
                State with { Number = number, ThroughRelay = Ways.Contains(Relay), WantsTexts = Ways.Contains(Texts), Name = name, Email = email }, "Questions");
    }

    private static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text
        && address.Host.Contains('.', StringComparison.Ordinal) && !address.Host.EndsWith('.') && !text.Any(char.IsWhiteSpace);

    private static string? Refusal(UkNumberOutcome outcome, string? typed) => outcome switch
    {
        UkNumberOutcome.Ringable => null,
        UkNumberOutcome.NotWhole => string.IsNullOrWhiteSpace(typed) ? "Enter the number to ring" : "Enter a whole UK number, like 07700 900 123",
        UkNumberOutcome.Premium => "We cannot ring that kind of number. Enter a landline or mobile number",
        UkNumberOutcome.Abroad => "We can ring UK numbers only",
    };
}
