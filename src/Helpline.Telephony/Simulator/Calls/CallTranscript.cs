namespace Helpline.Telephony.Simulator.Calls;

/// <summary>
/// One line of what was heard or done on a leg, at a UTC instant, by helpline (spoken by a document), caller, adviser, callee or
/// line (ringing, music, connection).
/// </summary>
internal sealed record TranscriptLine(DateTime At, string Who, string Text);

/// <summary>What was heard on a leg, in order.</summary>
internal sealed class CallTranscript(TimeProvider clock)
{
    private readonly List<TranscriptLine> lines = [];

    public IReadOnlyList<TranscriptLine> Lines => lines;

    public void Add(string who, string text) => lines.Add(new(clock.GetUtcNow().UtcDateTime, who, text));
}
