using Helpline.Telephony.Simulator;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>How well the network works: sets the telephone service's knobs.</summary>
internal static class HistoryWeather
{
    public static void Set(ChaosOptions chaos, int weather)
    {
        chaos.MakeFaultless();
        switch (weather)
        {
            case 0:
                break;
            case 1:
                chaos.CallbackDelayMin = TimeSpan.FromMilliseconds(20);
                chaos.CallbackDelayMax = TimeSpan.FromSeconds(2);
                chaos.CallbackDuplicateRate = 0.1;
                chaos.CallbackDropRate = 0.02;
                chaos.WebhookReplyLostRate = 0.02;
                chaos.RestErrorRate = 0.02;
                chaos.RestReplyLostRate = 0.02;
                chaos.ThrottleRate = 0.01;
                chaos.RecordingDelayMax = TimeSpan.FromSeconds(5);
                break;
            default:
                chaos.MakeHostile();
                chaos.CallbackDropRate = 0.15;
                chaos.RestErrorRate = 0.05;
                chaos.RestReplyLostRate = 0.06;
                break;
        }
    }
}
