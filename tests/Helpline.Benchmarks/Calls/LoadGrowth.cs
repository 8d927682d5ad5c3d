using System.Diagnostics;
using Helpline.Benchmarks.Measuring;

namespace Helpline.Benchmarks.Calls;

/// <summary>
/// How a full house grows: 250 advisers, 200 of them talking, and from 100 to 5,000 callers waiting. Consoles and telephone service run in the same
/// process, so processor time is theirs too; memory is what is still held of the managed heap after the callers have come.
/// </summary>
internal static class LoadGrowth
{
    private const int Advisers = 250;
    private const int Talking = 200;
    private const int Warm = 20;
    private const int Samples = 200;

    private static readonly int[] Waiters = [100, 1_000, 5_000];
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public static async Task RunAsync()
    {
        Report.Title($"(a2) Under load: {Advisers} advisers, {Talking} talking, and more and more waiting");
        Report.Note($"{"waiting",8} {"webhook p50",12} {"p99",8} {"offer p50",12} {"p99",8} {"look reads",12} {"decides",9} {"CPU s per 1,000 calls",23} {"kB per waiting call",21}");
        Row? first = null;
        foreach (var waiters in Waiters)
        {
            var row = await MeasureAsync(waiters);
            first ??= row;
            Report.Note($"{waiters,8} {row.Answer.Percentile(50),9:0.00} ms {row.Answer.Percentile(99),5:0.0} ms {row.Offer.Percentile(50),9:0.00} ms {row.Offer.Percentile(99),5:0.0} ms {row.Reads,9:0.00} ms {row.Decides,6:0.00} ms {row.ProcessorSeconds,23:0.0} {row.Kilobytes,21:0.0}");
            Report.Note($"{"x first",8} {row.Answer.Percentile(50) / first.Answer.Percentile(50),12:0.0} {row.Answer.Percentile(99) / first.Answer.Percentile(99),8:0.0} {row.Offer.Percentile(50) / first.Offer.Percentile(50),12:0.0} {row.Offer.Percentile(99) / first.Offer.Percentile(99),8:0.0} {row.Reads / first.Reads,12:0.0} {row.Decides / first.Decides,9:0.0} {row.ProcessorSeconds / first.ProcessorSeconds,23:0.0} {row.Kilobytes / first.Kilobytes,21:0.0}");
        }
    }

    private static async Task<Row> MeasureAsync(int waiters)
    {
        using var folder = new WorkFolder();
        await using var helpline = new ServedHelpline(folder);
        helpline.Start();
        await using var consoles = new Sockets();
        foreach (var cookie in await helpline.AdvisersAsync(Advisers))
        {
            await consoles.ConnectAsync(new Uri($"ws{helpline.Address["http".Length..]}/hubs/console"), cookie);
        }

        await consoles.EveryoneAsync("SetPresence", "Available", null, "tried");
        using var stop = new CancellationTokenSource();
        var beats = consoles.BeatAsync(Heartbeat, stop.Token);
        await helpline.TalkersAsync(Talking);
        consoles.Forget();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await helpline.WaitersAsync(waiters);
        var kilobytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / waiters;
        var row = await CallsAsync(helpline, consoles, kilobytes);
        if (await helpline.WaitingAsync() is var waiting && waiting != waiters)
        {
            throw new InvalidOperationException($"{waiting} contacts wait, not {waiters}: the measurement is of something else.");
        }

        if (await helpline.TalkingAsync() is var talking && talking != Talking)
        {
            throw new InvalidOperationException($"{talking} calls are talked on, not {Talking}: the measurement is of something else.");
        }

        await stop.CancelAsync();
        await beats.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return row;
    }

    private static async Task<Row> CallsAsync(ServedHelpline helpline, Sockets consoles, double kilobytes)
    {
        using var caller = new SignedCaller(helpline.Address);
        using var process = Process.GetCurrentProcess();
        var (offers, answers, used) = (new Latencies(), new Latencies(), TimeSpan.Zero);
        for (var i = -Warm; i < Samples; i++)
        {
            if (i == 0)
            {
                process.Refresh();
                used = process.TotalProcessorTime;
            }

            var (offer, answer) = await WebhookToOffer.OnceAsync(caller, consoles);
            if (i >= 0)
            {
                offers.Add(offer);
                answers.Add(answer);
            }
        }

        process.Refresh();
        used = process.TotalProcessorTime - used;
        var looks = await helpline.LooksAsync();
        return new Row(
            answers, offers, looks.MedianOf("router reads the queue") + looks.MedianOf("router reads the advisers"), looks.MedianOf("router decides"),
            used.TotalSeconds / Samples * 1_000, kilobytes);
    }

    /// <param name="Answer">From the webhook to its own answer.</param>
    /// <param name="Offer">From the webhook to the offer at a socket.</param>
    /// <param name="Reads">Milliseconds in which the router reads queue and advisers; the median.</param>
    /// <param name="Decides">Milliseconds in which it decides; the median.</param>
    /// <param name="ProcessorSeconds">For a thousand calls that come, are offered and give up.</param>
    /// <param name="Kilobytes">Of the managed heap for each waiting call.</param>
    private sealed record Row(Latencies Answer, Latencies Offer, double Reads, double Decides, double ProcessorSeconds, double Kilobytes);
}
