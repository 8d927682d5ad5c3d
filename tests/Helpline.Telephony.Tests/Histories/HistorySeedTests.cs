namespace Helpline.Telephony.Tests.Histories;

/// <summary>Histories that went wrong once, told again as they were: acts written down, as what chance draws may change.</summary>
public class HistorySeedTests
{
    [Theory]
    [InlineData(16, 0, true, "Available(429,541)+44 Ring(469,957)+12 Ring(793,181)+45 Ring(110,509)+26 Accept(83,42)+1 Available(707,709)+12 Available(247,747)+3 Accept(329,705)+3 Wait(0,0)+20")]
    [InlineData(39, 0, true, "Ring(793,181)+45 Ring(110,509)+45 LeaveMessage(0,1)+0 Available(707,709)+1 Available(0,0)+5 LeaveMessage(0,0)+2 Available(1,0)+9")]
    [InlineData(7, 0, true, "Available(0,0)+1 Ring(0,0)+40 Crash(0,39)+5 Ring(1,0)+20 Restart(0,30)+3")]
    [InlineData(280, 0, true, "Available(622,250)+1 Ring(618,524)+15 Ring(140,974)+12 Monitor(256,731)+10 Ring(849,141)+19 Resume(886,581)+5 ConsoleDies(8,412)+3 Monitor(293,942)+21 Accept(959,533)+7 Accept(501,228)+13 Move(531,259)+18 Accept(180,4)+10 Hold(27,36)+0 SetAside(110,728)+1 Ring(301,314)+37 HangUp(353,316)+6 PassToColleague(824,676)+0 ResumeRecording(95,360)+11 HandOver(333,20)+22 ParentPhone(479,283)+1 Restart(198,488)+0 Wait(578,613)+1 End(240,307)+3 Available(757,507)+3 Offline(273,815)+1 Away(595,342)+13")]
    [InlineData(294, 0, false, "Available(942,484)+1 Ring(350,686)+26 Crash(773,639)+8 Accept(152,880)+2 Weather(513,622)+12 CancelConsult(856,725)+12 Monitor(301,504)+7 ConsoleDies(891,207)+11 Accept(914,702)+2 Away(868,79)+0 ConsoleReturns(383,62)+1 Available(796,320)+2 PassToQueue(493,961)+6 Crash(123,269)+2 Ring(744,945)+22 Accept(825,810)+5 HangUp(674,290)+14 Accept(296,958)+5 Wait(944,370)+0 Wait(836,582)+1 Monitor(939,599)+3 Ring(542,438)+23 Hold(704,986)+6 Ring(798,509)+12 KeepPlace(337,87)+2 Speak(39,761)+0 LeaveMessage(272,810)+9 ConsoleDies(281,702)+32 Accept(860,66)+8 Consult(834,330)+6 Reserve(626,702)+3 Record(531,889)+0 HandBack(965,99)+8 Accept(305,884)+42 CancelConsult(779,435)+8")]
    [InlineData(1408, 0, true, "Available(897,6)+17 Ring(170,475)+24 CancelConsult(542,355)+14 HandOver(499,898)+38 ParentPhone(691,127)+42 Accept(454,27)+0 Restart(287,286)+2 PassToQueue(465,424)+3 Accept(608,255)+11 HandOver(699,315)+2 Restart(335,118)+3 Ring(393,769)+27 Decline(143,485)+7 ParentPhone(702,759)+1 Ring(368,78)+21 Ring(656,956)+19 PassToColleague(138,36)+26 Consult(169,267)+1 PassToQueue(695,900)+2 HandOver(122,976)+10 Decline(812,939)+0 Available(816,526)+0 HangUp(438,657)+0 Accept(555,278)+1 LeaveMessage(801,842)+0 Ring(435,976)+12 Consult(467,331)+3")]
    public Task History_ThatOnceWentWrong_KeepsEveryPromise(int seed, int weather, bool open, string acts) =>
        HistoryTeller.AloneAsync(new HistoryPlan(seed, weather, Open: open, HistoryAct.Parse(acts)));
}
