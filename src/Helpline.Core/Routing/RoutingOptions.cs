using System.ComponentModel.DataAnnotations;

namespace Helpline.Core.Routing;

/// <summary>The numbers of routing (section <c>Routing</c>), validated at start.</summary>
public sealed class RoutingOptions
{
    /// <summary>How long an offer rings.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:02:00")]
    public TimeSpan OfferLifetime { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How old a console's last heartbeat may be for its adviser to be routable.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:01:00")]
    public TimeSpan HeartbeatFresh { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a node writes the heartbeats of its consoles. With the consoles' own 5 seconds, twice this must fit into <see cref="HeartbeatFresh"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.5", "00:00:04")]
    public TimeSpan HeartbeatWrite { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How old the last heartbeat may be before an available adviser is shown as offline.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00")]
    public TimeSpan HeartbeatLost { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The wait for which a contact's class gains one step.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "02:00:00")]
    public TimeSpan ClassStep { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>A binding duty due within this many days puts a waiting contact into the class of deadlines.</summary>
    [Range(0, 60)]
    public int DeadlineDays { get; set; } = 14;

    /// <summary>After this wait any adviser will do (overflow).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "02:00:00")]
    public TimeSpan WidenAfter { get; set; } = TimeSpan.FromMinutes(4);

    /// <summary>The share of the advisers present that stays idle while written work is offered.</summary>
    [Range(0.0, 1.0)]
    public double IdleReserve { get; set; } = 0.25;

    /// <summary>Teams up to this size keep no reserve: one of three is already a third.</summary>
    [Range(0, 100)]
    public int ReserveFreeTeam { get; set; } = 3;

    /// <summary>A written reply due within this time is offered regardless of the reserve and not interrupted.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "2.00:00:00")]
    public TimeSpan ProtectedBefore { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How long an adviser is not asked again about a contact they declined.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan DeclineRest { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a caller whose line was lost is kept for the same adviser.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:02:00")]
    public TimeSpan SameAdviserFirst { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Who rings again within this time of a conversation is offered to the same adviser, if that one is free; 0: to anybody.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan SameAdviserWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a call passed to one colleague waits for that colleague alone.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan PassedTo { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an adviser may be offline, or without a heartbeat, before their written work returns to the queue.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "1.00:00:00")]
    public TimeSpan AbsentAfter { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>The time allowed for wrap-up.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan WrapUp { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>By how much wrap-up can be extended, once.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan WrapUpExtension { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>A booked call stands in the queue as if it had joined so long before the time that was promised.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "02:00:00")]
    public TimeSpan BookedAhead { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How often the loop looks without being woken.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:00:30")]
    public TimeSpan Tick { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a node keeps the routing lease without renewing it.</summary>
    [Range(typeof(TimeSpan), "00:00:02", "00:05:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(10);
}
