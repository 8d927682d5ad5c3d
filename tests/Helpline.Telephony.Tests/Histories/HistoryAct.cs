using System.Globalization;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>What somebody, or the network, may do. What it means for whom depends on who is there when it happens.</summary>
internal enum ActKind
{
    Wait,
    Ring,
    Key,
    Speak,
    KeepPlace,
    LeaveMessage,
    HangUp,
    ParentPhone,
    Available,
    Away,
    Offline,
    Accept,
    Decline,
    Softphone,
    ConsoleDies,
    ConsoleReturns,
    Hold,
    Resume,
    Record,
    PauseRecording,
    ResumeRecording,
    StopRecording,
    DeleteRecording,
    Consult,
    CancelConsult,
    LeaveConsult,
    HandOver,
    PassToColleague,
    PassToQueue,
    WantHelp,
    End,
    EndWithoutEnquiry,
    WrapUp,
    HandBack,
    Monitor,
    StopMonitoring,
    Reroute,
    Move,
    Reserve,
    SetAside,
    EndWrapUp,
    Weather,
    Restart,
    Crash,
    RingOutside,
    SendOutsideAway,
    LeaveWithOutside,
    EndTogether,
    TakeNext,
    RingThrough,
    Willing,
    ConsultFree,
}

/// <summary>One act. Its figures choose among those it may concern, and how; it does nothing when there is nobody.</summary>
/// <param name="Kind">What.</param>
/// <param name="A">Mostly whom.</param>
/// <param name="B">Mostly how.</param>
/// <param name="Pause">Seconds that pass after it.</param>
internal sealed record HistoryAct(ActKind Kind, int A, int B, int Pause)
{
    /// <summary>The text form, which <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Kind}({A},{B})+{Pause}");

    /// <summary>Reads a list as it was printed, acts separated by blanks.</summary>
    public static IReadOnlyList<HistoryAct> Parse(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(One)];

    private static HistoryAct One(string text)
    {
        var parts = text.Split('(', ',', ')');
        int Figure(int part) => int.Parse(parts[part], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return new(Enum.Parse<ActKind>(parts[0]), Figure(1), Figure(2), Figure(3));
    }
}
