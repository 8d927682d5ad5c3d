using Helpline.Core.Advisers;

namespace Helpline.Core.Figures;

/// <summary>Advisers of one presence.</summary>
/// <param name="Presence">What they declare. An adviser whose console has fallen silent counts as offline.</param>
/// <param name="ByActivity">How many there are at each activity.</param>
public sealed record PresenceCount(Presence Presence, IReadOnlyDictionary<Activity, int> ByActivity)
{
    /// <summary>All of them.</summary>
    public int Total => ByActivity.Values.Sum();
}

/// <summary>What advisers are doing at this moment: numbers, no names.</summary>
/// <param name="ByPresence">Every presence, also those nobody has.</param>
public sealed record AdvisersNow(IReadOnlyList<PresenceCount> ByPresence)
{
    /// <summary>How many have this presence.</summary>
    public int Count(Presence presence) => ByPresence.Single(p => p.Presence == presence).Total;

    /// <summary>How many are at this activity, whatever their presence.</summary>
    public int Count(Activity activity) => ByPresence.Sum(p => p.ByActivity[activity]);

    /// <summary>How many could take a contact now: available and idle.</summary>
    public int Free => ByPresence.Single(p => p.Presence == Presence.Available).ByActivity[Activity.Idle];
}
