using System.Net;
using System.Text.RegularExpressions;
using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Conferences;

namespace Helpline.Telephony.Simulator;

/// <summary>What must hold in every run, whatever the app does.</summary>
internal sealed partial class SimulatorInvariants(SimulatorWorld world)
{
    private static readonly TimeSpan Alone = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Orphan = TimeSpan.FromSeconds(15);
    private const int DistinctiveDigits = 9;

    /// <summary>15.6: no party's number and no e-mail address in a name, label or URL.</summary>
    public void CheckPrivate(SimulatedCall? call, string text)
    {
        var plain = WebUtility.UrlDecode(text);
        if (Email().IsMatch(plain))
        {
            world.Report.Violation("15.6", call?.Sid, "e-mail address in a name, label or URL");
        }

        if (!plain.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return;
        }

        var calls = call is null ? world.Calls.All.Where(c => !c.IsOver) : [call];
        foreach (var number in calls.SelectMany(c => (string[])[c.From, c.To]).Distinct().Where(IsSomebodys))
        {
            if (plain.Contains(number[^DistinctiveDigits..], StringComparison.Ordinal))
            {
                world.Report.Violation("15.6", call?.Sid, "telephone number in a name, label or URL");
            }
        }
    }

    /// <summary>15.2 and 15.3, looked at whenever a room changes.</summary>
    public void RoomChanged(ConferenceRoom room)
    {
        if (room.IsOver)
        {
            return;
        }

        foreach (var participant in room.Participants.Where(p => p.IsIn && IsAdviser(p.Call)))
        {
            CheckOneCaller(participant);
        }

        if (room.Status == ConferenceStatus.InProgress && LeftAlone(room) is not null)
        {
            world.Background(() => CheckAloneAsync(room));
        }

        if (room.Status == ConferenceStatus.InProgress && WithoutCaller(room))
        {
            world.Background(() => CheckOrphansAsync(room));
        }
    }

    /// <summary>A leg is over: those it was bridged with must follow soon.</summary>
    public void CallEnded(SimulatedCall call)
    {
        if (call.Peer is { IsOver: false } peer)
        {
            world.Background(async () =>
            {
                await world.PauseAsync(Orphan, world.Stopping);
                if (peer is { IsOver: false, Peer: { } other } && other == call)
                {
                    world.Report.Violation("15.3", peer.Sid, "leg outlived its counterpart by 15 s");
                }
            });
        }
    }

    private void CheckOneCaller(Participant adviser)
    {
        var elsewhere = world.Conferences.All
            .Where(r => r != adviser.Room && r.Status == ConferenceStatus.InProgress)
            .SelectMany(r => r.Participants)
            .Any(p => p.IsIn && p.Call.To == adviser.Call.To);
        if (elsewhere && adviser.Room.Status == ConferenceStatus.InProgress)
        {
            world.Report.Violation("15.2", adviser.Call.Sid, "one adviser is live in two conferences");
        }
    }

    private async Task CheckAloneAsync(ConferenceRoom room)
    {
        var alone = LeftAlone(room);
        await world.PauseAsync(Alone, world.Stopping);
        if (alone is not null && LeftAlone(room) == alone)
        {
            world.Report.Violation("15.3", alone.Call.Sid, "caller alone in a started conference for 5 s without hold audio");
        }
    }

    private async Task CheckOrphansAsync(ConferenceRoom room)
    {
        await world.PauseAsync(Orphan, world.Stopping);
        if (!room.IsOver && WithoutCaller(room) && room.Participants.FirstOrDefault(p => p.IsIn) is { } orphan)
        {
            world.Report.Violation("15.3", orphan.Call.Sid, "adviser leg outlived the caller by 15 s");
        }
    }

    private static Participant? LeftAlone(ConferenceRoom room) =>
        room.IsOver || room.Participants.Where(p => p.IsIn).ToList() is not [{ Hold: false } only] || IsAdviser(only.Call) ? null : only;

    private static bool WithoutCaller(ConferenceRoom room) =>
        room.Participants.Any(p => p.IsIn) && room.Participants.Where(p => p.IsIn).All(p => IsAdviser(p.Call));

    private static bool IsAdviser(SimulatedCall call) => call.To.StartsWith("client:", StringComparison.Ordinal);

    private bool IsSomebodys(string number) =>
        number.Length > DistinctiveDigits && number != world.PhoneNumber
        && number.AsSpan(number.Length - DistinctiveDigits).IndexOfAnyExceptInRange('0', '9') < 0;

    [GeneratedRegex(@"[^/\s?&=@]+@[^/\s?&=@]+\.[A-Za-z]{2,}")]
    private static partial Regex Email();
}
