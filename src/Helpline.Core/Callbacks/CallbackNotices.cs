using System.Globalization;
using Helpline.Core.Adjustments;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Texts;

namespace Helpline.Core.Callbacks;

/// <summary>What a caller who kept their place is told when we have rung for the last time. Never what it is about.</summary>
internal static class CallbackNotices
{
    /// <summary>
    /// Adds one text, where the number takes texts and <see cref="UnaskedMessages"/> are welcome. Whether they have asked for no texts at all is seen when it is sent.
    /// </summary>
    /// <param name="db">Where the text is saved, with the change it tells of.</param>
    /// <param name="contact">The contact that closes.</param>
    /// <param name="numberKey">The keyed hash of the number that was rung.</param>
    /// <param name="placeKept">For how long the caller's place is kept for them.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task NotReachedAsync(
        HelplineDbContext db, Contact contact, string? numberKey, TimeSpan placeKept, DateTime now, CancellationToken cancellationToken)
    {
        var number = NumberOf(contact);
        if (!UkMobile.Is(number) || await UnaskedMessages.AreUnwelcomeAsync(db, [numberKey, contact.EnquirerKey], cancellationToken))
        {
            return;
        }

        var place = contact.EnquirerKey is null || placeKept < TimeSpan.FromDays(1)
            ? "Please ring us again when it suits you."
            : string.Create(CultureInfo.InvariantCulture, $"Ring us from the same phone within {Days(placeKept)} to have your place again.");
        new NewText
        {
            To = number,
            NumberKey = numberKey,
            ContactId = contact.Id,
            Purpose = TextPurposes.NotReached,
            Words = $"{TextWords.From}we rang you back and could not reach you. {place} To end our texts, reply STOP",
        }.AddTo(db, now);
        contact.NoteTextWritten(TextPurposes.NotReached, ProcessContext.System, now);
    }

    /// <summary>The number that is rung: the one they keyed in, or the one they rang from.</summary>
    public static string? NumberOf(Contact contact) => contact.CallbackNumber ?? contact.EnquirerNumber;

    private static string Days(TimeSpan time) => time.Days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{time.Days} days");
}
