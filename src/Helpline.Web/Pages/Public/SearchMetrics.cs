using System.Diagnostics.Metrics;

namespace Helpline.Web.Pages.Public;

/// <summary>Counts searches, those that found nothing, and results opened; nothing of what was searched for.</summary>
internal sealed class SearchMetrics : ISearchListener
{
    public const string MeterName = "Helpline.Search";

    private readonly Counter<long> searched;
    private readonly Counter<long> empty;
    private readonly Counter<long> followed;

    public SearchMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        searched = meter.CreateCounter<long>("helpline.search.searched", description: "Searches.");
        empty = meter.CreateCounter<long>("helpline.search.empty", description: "Searches that found nothing.");
        followed = meter.CreateCounter<long>("helpline.search.followed", description: "Results opened.");
    }

    public void Searched(IReadOnlyList<string> tokens, int found, SearchPlace place)
    {
        searched.Add(1, Tag(place));
        if (found == 0)
        {
            empty.Add(1, Tag(place));
        }
    }

    public void Followed(IReadOnlyList<string> tokens, string slug, int position, SearchPlace place) => followed.Add(1, Tag(place));

    private static KeyValuePair<string, object?> Tag(SearchPlace place) => new("place", place.ToString());
}
