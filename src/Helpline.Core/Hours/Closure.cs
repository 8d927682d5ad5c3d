using Helpline.Core.Contacts;

namespace Helpline.Core.Hours;

/// <summary>Days on which the hours differ from the week.</summary>
public sealed record Closure
{
    /// <summary>First day, in London.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, in London; the first day when it is one day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>A sentence to show or speak.</summary>
    public required string Message { get; init; }

    /// <summary>The hours kept instead; none means closed.</summary>
    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    /// <summary>The channels it holds for; none means all.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>True when it holds for the channel on the day.</summary>
    public bool Covers(DateOnly day, Channel channel) => From <= day && day <= To && (Channels.Count == 0 || Channels.Contains(channel));
}
