using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Figures;
using Helpline.Core.Floor;
using Helpline.Core.Routing;

namespace Helpline.Web.Pages.Console.Floor;

/// <summary>What the board shows, read at one moment.</summary>
public sealed record Board
{
    /// <summary>The moment, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who is looking.</summary>
    public required AdviserId Viewer { get; init; }

    public required IReadOnlyList<FloorAdviser> Advisers { get; init; }

    public required IReadOnlyList<FloorWaiting> Waiting { get; init; }

    public required IReadOnlyList<FloorTogether> Together { get; init; }

    public required IReadOnlyList<RerouteView> Reroutes { get; init; }

    /// <summary>The surge that is on; null when none is.</summary>
    public required Core.Surges.SurgeView? Surge { get; init; }

    public required QueueNow Queue { get; init; }

    public required CallsToday Calls { get; init; }

    public required FloorWords Words { get; init; }

    public IEnumerable<FloorAdviser> AtWork => Advisers.Where(a => a.Presence != Presence.Offline || a.Contact is not null);

    public IReadOnlyList<FloorAdviser> GoneHome => [.. Advisers.Where(a => a.Presence == Presence.Offline && a.Contact is null)];

    public int Free => Advisers.Count(a => a is { Presence: Presence.Available, Activity: Activity.Idle, ConsoleLost: false });

    public int Busy => Advisers.Count(a => a.Activity != Activity.Idle);

    public int Away => Advisers.Count(a => a is { Presence: Presence.Away, Activity: Activity.Idle });

    /// <summary>A record is opened by the adviser who has it and nobody else.</summary>
    public bool MayOpen(FloorAdviser adviser) => adviser.Id == Viewer && adviser.Contact?.Status is ContactStatus.InProgress or ContactStatus.WrapUp;
}
