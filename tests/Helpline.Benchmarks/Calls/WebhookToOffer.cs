using System.Diagnostics;
using Helpline.Benchmarks.Measuring;

namespace Helpline.Benchmarks.Calls;

/// <summary>From the signed webhook that queues a caller to the offer at an adviser's socket, with a full house.</summary>
internal static class WebhookToOffer
{
    private const int Advisers = 200;
    private const int Waiters = 500;
    private const int Warm = 20;
    private const int Samples = 200;

    // As the console does.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        Report.Title($"(a) From the enqueue webhook to OfferMade at the socket: {Advisers} advisers connected, {Waiters} waiting");
        using var folder = new WorkFolder();
        await using var helpline = new ServedHelpline(folder);
        helpline.Start();
        await helpline.WaitersAsync(Waiters);
        await using var consoles = new Sockets();
        foreach (var cookie in await helpline.AdvisersAsync(Advisers))
        {
            await consoles.ConnectAsync(new Uri($"ws{helpline.Address["http".Length..]}/hubs/console"), cookie);
        }

        await consoles.EveryoneAsync("SetPresence", "Available", null, "tried");
        await using var limit = await LimitProgram.StartAsync(folder.Of("limit.db"), Advisers);
        using var stop = new CancellationTokenSource();
        var beats = consoles.BeatAsync(Heartbeat, stop.Token);

        await MeasureAsync(helpline, consoles, limit);
        await helpline.LookAsync();

        await stop.CancelAsync();
        await beats.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task MeasureAsync(ServedHelpline helpline, Sockets consoles, LimitProgram limit)
    {
        using var caller = new SignedCaller(helpline.Address);
        var ours = new Latencies();
        var answers = new Latencies();
        var bare = new Latencies();
        for (var i = -Warm; i < Samples; i++)
        {
            var (offer, answer) = await OnceAsync(caller, consoles);
            var least = await limit.OnceAsync();
            if (i >= 0)
            {
                ours.Add(offer);
                answers.Add(answer);
                bare.Add(least);
            }
        }

        if (await helpline.WaitingAsync() is var waiting && waiting != Waiters)
        {
            throw new InvalidOperationException($"{waiting} contacts wait, not {Waiters}: the measurement is of something else.");
        }

        Report.Beside("webhook to OfferMade", ours, "one commit and one push", bare);
        Report.Note($"{"webhook to its own answer",-34} p50 {answers.Percentile(50),8:0.00} ms   p99 {answers.Percentile(99),8:0.00} ms");
    }

    /// <summary>One call, from its webhook to the offer and to the caller giving up. Milliseconds to the offer at the socket, and to the webhook's own answer.</summary>
    public static async Task<(double Offer, double Answer)> OnceAsync(SignedCaller caller, Sockets consoles)
    {
        var sid = $"CA{Guid.NewGuid():n}";
        var queue = await caller.UpToTheQueueAsync(sid);
        var started = Stopwatch.GetTimestamp();
        var answering = AnswerAsync();
        var heard = await consoles.HearAsync("OfferMade");
        var answered = Stopwatch.GetElapsedTime(started, await answering).TotalMilliseconds;

        // The caller gives up, so that the adviser is idle again.
        await caller.PostAsync(ServedHelpline.PublicBaseUrl + "/twilio/voice/status", sid, ("CallStatus", "completed"));
        await consoles.HearAsync("OfferEnded");
        return (Stopwatch.GetElapsedTime(started, heard).TotalMilliseconds, answered);

        async Task<long> AnswerAsync()
        {
            await caller.PostAsync(queue, sid);
            return Stopwatch.GetTimestamp();
        }
    }
}
