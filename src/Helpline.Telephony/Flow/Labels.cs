using Helpline.Core.Advisers;
using Helpline.Core.Legs;
using Helpline.Core.Routing;

namespace Helpline.Telephony.Flow;

/// <summary>The names of legs within a room and of softphones. They say nothing about anyone.</summary>
internal static class Labels
{
    /// <summary>The caller's leg.</summary>
    public const string Caller = "caller";

    private const string AdviserPrefix = "adv-";
    private const string MonitorPrefix = "sup-";
    private const string OutsidePrefix = "out-";

    /// <summary>The leg an offer brings up: the same for every try, so that Twilio refuses a second.</summary>
    public static string Of(OfferId offer) => AdviserPrefix + Plain(offer);

    /// <summary>The offer behind a label, or false when it is not an adviser's leg.</summary>
    public static bool TryOffer(string label, out OfferId offer)
    {
        offer = default;
        return label.StartsWith(AdviserPrefix, StringComparison.Ordinal) && OfferId.TryParse(label[AdviserPrefix.Length..], out offer);
    }

    /// <summary>
    /// A further leg: a colleague's by its offer, as if it were an adviser's, which it may become; a supervisor's, or one from outside, by its
    /// own name.
    /// </summary>
    public static string Of(RoomLegRef leg) =>
        leg.OfferId is { } offer ? Of(offer) : (leg.Kind == RoomLegKind.Outside ? OutsidePrefix : MonitorPrefix) + leg.Id.Value.ToString("n");

    /// <summary>The leg behind a label, or false when it is neither a supervisor's nor one from outside.</summary>
    public static bool TryNamed(string label, out RoomLegId leg)
    {
        leg = default;
        return ((string[])[MonitorPrefix, OutsidePrefix]).FirstOrDefault(p => label.StartsWith(p, StringComparison.Ordinal)) is { } prefix
            && RoomLegId.TryParse(label[prefix.Length..], out leg);
    }

    /// <summary>The softphone identity of an adviser: letters, digits and underscores.</summary>
    public static string Identity(AdviserId adviser) => $"adv_{adviser.Value:n}";

    /// <summary>The offer's id without punctuation.</summary>
    public static string Plain(OfferId offer) => offer.Value.ToString("n");
}
