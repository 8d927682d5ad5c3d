using Helpline.Core.Advisers;

namespace Helpline.Core.Common;

/// <summary>Who made a change.</summary>
public enum ActorKind
{
    /// <summary>Helpline itself: a timer, the router, the reconciler.</summary>
    System,

    /// <summary>The person who contacted us.</summary>
    Enquirer,

    /// <summary>A member of staff.</summary>
    Adviser,
}

/// <summary>Who did this and when; kept with every entry of a contact's timeline.</summary>
/// <param name="Kind">Which kind of actor.</param>
/// <param name="AdviserId">The member of staff, where <paramref name="Kind"/> says so.</param>
public readonly record struct ProcessContext(ActorKind Kind, AdviserId? AdviserId = null)
{
    /// <summary>Helpline itself.</summary>
    public static ProcessContext System => new(ActorKind.System);

    /// <summary>The person who contacted us.</summary>
    public static ProcessContext Enquirer => new(ActorKind.Enquirer);

    /// <summary>A member of staff.</summary>
    public static ProcessContext By(AdviserId adviserId) => new(ActorKind.Adviser, adviserId);
}
