using System.Globalization;
using Helpline.Core.Common;
using Helpline.Knowledge;
using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.LetterChecks;
using Helpline.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Public.LetterChecks;

/// <summary>The questions about one kind of letter, one on a page, and the result. The address holds the answers; nothing is stored.</summary>
public sealed class LetterModel(IKnowledgeBase knowledge, IDeadlineCalculator calculator, TimeProvider clock) : PageModel
{
    private const string NoDate = "none";

    public static readonly IReadOnlyList<FieldOption> Options = [new("y", "Yes"), new("n", "No"), new("u", "I am not sure")];

    private readonly KnowledgeSnapshot known = knowledge.Current;

    [FromQuery(Name = "a")]
    public string? Given { get; init; }

    /// <summary>Present where a form of this page was sent.</summary>
    [FromQuery(Name = "next")]
    public string? Sent { get; init; }

    [FromQuery(Name = "Answer")]
    public string? Answer { get; init; }

    [FromQuery(Name = "Letter")]
    public DateEntry Letter { get; init; } = new();

    [FromQuery(Name = "on")]
    public string? On { get; init; }

    public LetterKind Kind { get; private set; } = null!;

    public IReadOnlyList<LetterAnswer> Answers { get; private set; } = [];

    /// <summary>The date asked for; null where it was left out.</summary>
    public DateOnly? Dated { get; private set; }

    public bool IsResult { get; private set; }

    /// <summary>The question to answer now; null on the page of the date and on the result.</summary>
    public LetterQuestion? Question => !IsResult && Answers.Count < Kind.Questions.Count ? Kind.Questions[Answers.Count] : null;

    public string Back => Answers.Count == 0 ? "/letter-check" : Address(CheckAnswers.Write(IsResult ? Answers : Answers.SkipLast(1)));

    public IReadOnlyList<LetterQuestion> Missing => With((question, answer) => answer != LetterAnswer.NotSure && answer != question.Wanted);

    public IReadOnlyList<LetterQuestion> Unsure => With((_, answer) => answer == LetterAnswer.NotSure);

    public IReadOnlyList<LetterQuestion> Right => With((question, answer) => answer == question.Wanted);

    public DateOnly Today => clock.LondonToday();

    public IActionResult OnGet(string kind)
    {
        if (known.LetterKinds.Find(kind) is not { } found)
        {
            return NotFound();
        }

        Kind = found;
        if (CheckAnswers.Read(Given, Kind.Questions.Count) is not { } answers)
        {
            return Wrong(nameof(Answer), "We could not read your earlier answers. Please start again with this question");
        }

        Answers = answers;
        if (Sent is not null)
        {
            return Question is not null ? Next() : Date();
        }

        return On is null || Question is not null ? Page() : Result();
    }

    /// <summary>The limits that run from the date, with their last days where a date was given.</summary>
    public IEnumerable<(Deadline Deadline, DateOnly? Due)> Limits() =>
        Kind.Deadlines.Select(known.Deadlines.Find).OfType<Deadline>().Select(d => (d, Dated is { } day ? calculator.Calculate(d.Id, day)?.Due : null));

    public IEnumerable<Deadline> Others() => Kind.OtherDeadlines.Select(known.Deadlines.Find).OfType<Deadline>();

    /// <summary>What to write, follow and read.</summary>
    public IReadOnlyList<(string Kind, string Text, string Href)> Links() =>
    [
        .. Kind.Letters.Select(known.Letters.Find).Select(letter => ("Letter", letter!.Title, $"/letters/{letter.Id}")),
        .. Kind.Guides.Select(known.Guides.Find).Select(guide => ("Guide", guide!.Title, $"/guides/{guide.Slug}")),
        .. Kind.Articles.Select(known.Articles.Find).Where(article => article!.IsPublic).Select(article => ("Advice", article!.Title, $"/advice/{article.Slug}")),
    ];

    public string AddressOf(Deadline deadline) => Dated is { } day ? $"/deadlines/{deadline.Id}?trigger={DeadlineView.Iso(day)}" : $"/deadlines/{deadline.Id}";

    private IActionResult Next() =>
        CheckAnswers.Of(Answer) is { } answer ? Redirect(Address(CheckAnswers.Write([.. Answers, answer]))) : Wrong(nameof(Answer), "Choose yes, no or not sure");

    private IActionResult Date()
    {
        var address = Address(CheckAnswers.Write(Answers));
        if (Letter.IsEmpty)
        {
            return Redirect($"{address}&on={NoDate}");
        }

        return Letter.TryRead(Kind.DateLabel, out var day, out var error) ? Redirect($"{address}&on={DeadlineView.Iso(day)}") : Wrong(nameof(Letter), error);
    }

    private PageResult Result()
    {
        if (On != NoDate)
        {
            if (!DateOnly.TryParseExact(On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                || !DateEntry.From(day).TryRead(Kind.DateLabel, out _, out _))
            {
                return Wrong(nameof(Letter), $"{Kind.DateLabel} must be a real date, such as 5 10 2026");
            }

            Dated = day;
        }

        IsResult = true;
        return Page();
    }

    private PageResult Wrong(string field, string message)
    {
        ModelState.AddModelError(field, message);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private string Address(string answers) => answers.Length == 0 ? $"/letter-check/{Kind.Id}" : $"/letter-check/{Kind.Id}?a={answers}";

    private IReadOnlyList<LetterQuestion> With(Func<LetterQuestion, LetterAnswer, bool> fits) =>
        [.. Kind.Questions.Zip(Answers).Where(pair => fits(pair.First, pair.Second)).Select(pair => pair.First)];
}
