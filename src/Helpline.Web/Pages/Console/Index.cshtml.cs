using Helpline.Core.Advisers;
using Helpline.Core.Updates;
using Helpline.Knowledge;
using Helpline.Knowledge.Updates;
using Helpline.Telephony.Tokens;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpline.Web.Pages.Console;

/// <summary>The frame of the console; the island fills it and keeps it live.</summary>
public sealed class IndexModel(IKnowledgeBase knowledge, UpdateService updates, OwnPhoneService phones, ISoftphones softphones) : PageModel
{
    /// <summary>The reasons an adviser can give; those Helpline sets itself are not offered.</summary>
    public static IReadOnlyList<(string Value, string Text)> AwayReasons { get; } =
    [
        (nameof(AwayReason.Break), "Break"),
        (nameof(AwayReason.Lunch), "Lunch"),
        (nameof(AwayReason.Training), "Training or meeting"),
        (nameof(AwayReason.Casework), "Casework"),
    ];

    /// <summary>Where the adviser is rung.</summary>
    public OwnPhoneView OwnPhone { get; private set; } = new(Masked: null);

    /// <summary>Whether the adviser may say that there is no microphone here, and take calls without sound.</summary>
    public bool MayGoWithoutSound => softphones.MayGoWithoutSound;

    public string AdviserId => User.AdviserId()?.ToString() ?? "";

    /// <summary>News of the law the adviser has not acknowledged, what must be read first.</summary>
    public IReadOnlyList<LegalUpdate> Unread { get; private set; } = [];

    /// <summary>Whether something is overdue, so that contacts are not offered.</summary>
    public bool IsOverdue { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        if (User.AdviserId() is { } me)
        {
            OwnPhone = OwnPhoneView.Of(await phones.NumberOfAsync(me, cancellationToken));
        }

        if (User.AdviserId() is { } adviser && await updates.ReadingAsync(adviser, cancellationToken) is { } reading)
        {
            Unread = [.. knowledge.Current.Updates.Where(u => !reading.Acknowledged.ContainsKey(u.Id)).OrderByDescending(u => u.MustRead)];
            IsOverdue = reading.OutOfDate.Count > 0;
        }
    }
}
