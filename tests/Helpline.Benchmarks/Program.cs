using System.Runtime.InteropServices;
using Helpline.Benchmarks.Calls;
using Helpline.Benchmarks.Lives;
using Helpline.Benchmarks.Measuring;
using Helpline.Benchmarks.Pages;
using Helpline.Benchmarks.Publishing;
using Helpline.Benchmarks.Quality;
using Helpline.Benchmarks.Searching;

// Everything, or only what is named: calls, load, lives, search, pages, publishing, quality. Run from the root of the repository (make bench).
Report.Title("Helpline benchmarks");
Report.Note($"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}");
Report.Note($"Ours and its limit are measured in one run, in turns where they are short; trust the ratios before the times.");
if (Wanted("calls"))
{
    await WebhookToOffer.RunAsync();
}

if (Wanted("load"))
{
    await LoadGrowth.RunAsync();
}

if (Wanted("lives"))
{
    await ContactLives.RunAsync();
}

if (Wanted("search"))
{
    SearchLatency.Run();
}

if (Wanted("pages"))
{
    await PageWeights.RunAsync();
}

if (Wanted("publishing"))
{
    await PublishToSearchable.RunAsync();
}

if (Wanted("quality"))
{
    RoutingQuality.Run();
}

return 0;

bool Wanted(string name) => args.Length == 0 || args.Contains(name);
