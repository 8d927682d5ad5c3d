namespace Helpline.Telephony.Tests.Histories;

/// <summary>Tells histories one after another, and of one that went wrong how, with the fewest acts that still go wrong.</summary>
internal static class HistoryTeller
{
    /// <summary>A stage serves this many histories; then lists have grown and a new one is quicker.</summary>
    private const int PerStage = 40;

    private const int MostTries = 60;

    /// <summary>Tells the histories of so many seeds from the first. Returns how many were told.</summary>
    public static async Task<int> TellAsync(int first, int count, Func<bool> goesOn)
    {
        var told = 0;
        HistoryStage? stage = null;
        try
        {
            for (; told < count && goesOn(); told++)
            {
                if (told % PerStage == 0 && stage is not null)
                {
                    await stage.DisposeAsync();
                    stage = null;
                }

                stage ??= await HistoryStage.BuildAsync();
                await OneAsync(stage, HistoryPlan.Draw(first + told));
            }
        }
        finally
        {
            if (stage is not null)
            {
                await stage.DisposeAsync();
            }
        }

        return told;
    }

    /// <summary>Tells one history on a stage of its own.</summary>
    public static async Task AloneAsync(HistoryPlan plan)
    {
        await using var stage = await HistoryStage.BuildAsync();
        await OneAsync(stage, plan);
    }

    private static async Task OneAsync(HistoryStage stage, HistoryPlan plan)
    {
        var run = new HistoryRun(stage, plan);
        try
        {
            await run.RunAsync();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            var shortest = await ShortenAsync(plan);
            Assert.Fail($"""
                Seed {plan.Seed} (HELPLINE_HISTORY_SEED={plan.Seed}), weather {plan.Weather}, open {plan.Open}: {failure}
                {string.Join(Environment.NewLine, run.Told)}
                Acts: {string.Join(' ', plan.Acts)}
                Shortest that fails alone: {(shortest is null ? "none; it fails only by chance or after others" : string.Join(' ', shortest.Acts))}
                """);
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
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return true;
        }
    }
}
