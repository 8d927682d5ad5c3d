namespace Helpline.Telephony.Tests.Histories;

/// <summary>Histories that went wrong once, told again as they were: acts written down, as what chance draws may change.</summary>
public class HistorySeedTests
{
    [Theory]
    [InlineData(16, 0, "Available(429,541)+44 Ring(469,957)+12 Ring(793,181)+45 Ring(110,509)+26 Accept(83,42)+1 Available(707,709)+12 Available(247,747)+3 Accept(329,705)+3 Wait(0,0)+20")]
    [InlineData(39, 0, "Ring(793,181)+45 Ring(110,509)+45 LeaveMessage(0,1)+0 Available(707,709)+1 Available(0,0)+5 LeaveMessage(0,0)+2 Available(1,0)+9")]
    [InlineData(7, 0, "Available(0,0)+1 Ring(0,0)+40 Crash(0,39)+5 Ring(1,0)+20 Restart(0,30)+3")]
    public Task History_ThatOnceWentWrong_KeepsEveryPromise(int seed, int weather, string acts) =>
        HistoryTeller.AloneAsync(new HistoryPlan(seed, weather, Open: true, HistoryAct.Parse(acts)));
}
