namespace Helpline.Core.Figures;

/// <summary>Replies promised for one day (London): to enquiries and to messages left by phone.</summary>
/// <param name="Arrived">Enquiries that reached us on the day.</param>
/// <param name="Due">Replies promised by some moment of the day.</param>
/// <param name="OnTime">Of those, sent by that moment.</param>
/// <param name="Late">Of those, sent after it, or not sent though it has passed.</param>
/// <param name="Overdue">Replies promised for an earlier day and not sent yet.</param>
public sealed record WrittenToday(int Arrived, int Due, int OnTime, int Late, int Overdue)
{
    /// <summary>Replies due on the day that are not sent and not late yet.</summary>
    public int StillDue => Due - OnTime - Late;

    /// <summary>Replies sent on time / those sent or late; null when neither is yet.</summary>
    public double? OnTimeShare => OnTime + Late == 0 ? null : (double)OnTime / (OnTime + Late);
}
