namespace Helpline.Telephony.Tests.Histories;

/// <summary>Tells histories one after another, and of one that went wrong how, with the fewest acts that still go wrong.</summary>
internal static class HistoryTeller
{
    /// <summary>A stage serves this many histories; then lists have grown and a new one is quicker.</summary>
    private const int PerStage = 40;

    private const int MostTries = 60;

    private const int MostFailures = 12;

    /// <summary>Tells the histories of so many seeds from the first. Returns how many were told, and how far they came.</summary>
    public static async Task<(int Told, HistoryDepths Depths)> TellAsync(int first, int count, Func<bool> goesOn)
    {
        var told = 0;
        var depths = new HistoryDepths();
        List<string> failures = [];
        HistoryStage? stage = null;
        try
        {
            for (; told < count && failures.Count < MostFailures && goesOn(); told++)
            {
                if (told % PerStage == 0 && stage is not null)
                {
                    await stage.DisposeAsync();
                    stage = null;
                }

                stage ??= await HistoryStage.BuildAsync();
                if (await FailureAsync(stage, HistoryPlan.Draw(first + told), depths) is { } failure)
                {
                    failures.Add(failure);
                    await NoteAsync(failure);
                    await stage.DisposeAsync();
                    stage = null;
                }

                if ((told + 1) % PerStage == 0)
                {
                    await NoteAsync($"{told + 1} told from seed {first}, {failures.Count} went wrong; {depths}");
                }
            }
        }
        finally
        {
            if (stage is not null)
            {
                await stage.DisposeAsync();
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {told} histories went wrong.{Environment.NewLine}{string.Join(Environment.NewLine, failures)}");
        return (told, depths);
    }

    /// <summary>Tells one history on a stage of its own.</summary>
    public static async Task AloneAsync(HistoryPlan plan)
    {
        await using var stage = await HistoryStage.BuildAsync();
        var failure = await FailureAsync(stage, plan, new HistoryDepths());
        Assert.True(failure is null, failure);
    }

    // A long run says how far it has come, also when it is stopped.
    private static async Task NoteAsync(string what)
    {
        if (Environment.GetEnvironmentVariable("HELPLINE_HISTORY_LOG") is { Length: > 0 } file)
        {
            await File.AppendAllTextAsync(file, what + Environment.NewLine, TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string?> FailureAsync(HistoryStage stage, HistoryPlan plan, HistoryDepths depths)
    {
        var run = new HistoryRun(stage, plan);
        try
        {
            await run.RunAsync();
            depths.Add(run.Depth);
            return null;
        }
        catch (Exception failure) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            var shortest = await ShortenAsync(plan);
            return $"""
                Seed {plan.Seed} (HELPLINE_HISTORY_SEED={plan.Seed}), weather {plan.Weather}, open {plan.Open}: {(failure is HistoryBrokenException ? failure.Message : failure)}
                {string.Join(Environment.NewLine, run.Told)}
                Acts: {string.Join(' ', plan.Acts)}
                Shortest that fails alone: {(shortest is null ? "none; it fails only by chance or after others" : string.Join(' ', shortest.Acts))}
                """;
        }
    }

    // Halves first, then single acts are left out, as long as it still goes wrong.
    private static async Task<HistoryPlan?> ShortenAsync(HistoryPlan plan)
    {
        if (Environment.GetEnvironmentVariable("HELPLINE_HISTORY_SHORTEN") != "1" || !await FailsAsync(plan))
        {
            return null;
        }

        var tries = 0;
        for (var size = plan.Acts.Count / 2; size >= 1; size /= 2)
        {
            for (var from = 0; from < plan.Acts.Count && tries < MostTries; tries++)
            {
                var shorter = plan with { Acts = [.. plan.Acts.Take(from), .. plan.Acts.Skip(from + size)] };
                if (await FailsAsync(shorter))
                {
                    plan = shorter;
                }
                else
                {
                    from += size;
                }
            }
        }

        return plan;
    }

    private static async Task<bool> FailsAsync(HistoryPlan plan)
    {
        await using var stage = await HistoryStage.BuildAsync();
        try
        {
            await new HistoryRun(stage, plan).RunAsync();
            return false;
        }
        catch (Exception) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            return true;
        }
    }
}
