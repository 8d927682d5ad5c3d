using Helpline.Core.Calls;
using Helpline.Core.Legs;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>How far a history came: what it says nothing of, it proves nothing of.</summary>
[Flags]
internal enum HistoryDepth
{
    None = 0,
    Conversation = 1,
    Hold = 2,
    Recording = 4,
    Consult = 8,
    HandedOver = 16,
    Monitor = 32,
    Outside = 64,
    LeftWithOutside = 128,
    Reconnecting = 256,
    RungBack = 512,
    Message = 1024,
    Survey = 2048,
}

/// <summary>Reads how far a history has come, and counts many.</summary>
internal sealed class HistoryDepths
{
    private readonly Dictionary<HistoryDepth, int> reached = Enum.GetValues<HistoryDepth>().Where(d => d != HistoryDepth.None).ToDictionary(d => d, _ => 0);
    private int told;

    /// <summary>What of it can be seen at one moment.</summary>
    public static HistoryDepth At(HistorySnapshot now)
    {
        var talking = now.In(CallState.Connected);
        bool InRoom(RoomLegKind kind) => now.Legs.Any(l => l.Kind == kind && l.State == RoomLegState.InRoom);
        return If(talking.Count > 0, HistoryDepth.Conversation)
            | If(talking.Any(c => c.HeldSince is not null), HistoryDepth.Hold)
            | If(now.Recordings.Any(r => r.ProviderRecordingId is not null), HistoryDepth.Recording)
            | If(InRoom(RoomLegKind.Consult), HistoryDepth.Consult)
            | If(talking.Any(c => now.Legs.Any(l => l.Kind == RoomLegKind.Consult && l.CallId == c.Id && l.OfferId == c.OfferId)), HistoryDepth.HandedOver)
            | If(InRoom(RoomLegKind.Monitor), HistoryDepth.Monitor)
            | If(InRoom(RoomLegKind.Outside), HistoryDepth.Outside)
            | If(now.In(CallState.WithOutside).Count > 0, HistoryDepth.LeftWithOutside)
            | If(now.In(CallState.Reconnecting).Count > 0, HistoryDepth.Reconnecting)
            | If(now.Calls.Any(c => c.RungAt is not null), HistoryDepth.RungBack)
            | If(now.Calls.Any(c => c.RecordingId is not null), HistoryDepth.Message)
            | If(now.In(CallState.Survey).Count > 0, HistoryDepth.Survey);
    }

    /// <summary>One more was told to its end.</summary>
    public void Add(HistoryDepth depth)
    {
        told++;
        foreach (var kind in reached.Keys.Where(k => depth.HasFlag(k)).ToList())
        {
            reached[kind]++;
        }
    }

    /// <summary>The share of all that were told, from 0 to 1.</summary>
    public double Share(HistoryDepth kind) => told == 0 ? 0 : reached[kind] / (double)told;

    public override string ToString() => string.Join(", ", reached.Select(r => $"{r.Key} {Share(r.Key):P0}"));

    private static HistoryDepth If(bool reached, HistoryDepth depth) => reached ? depth : HistoryDepth.None;
}
