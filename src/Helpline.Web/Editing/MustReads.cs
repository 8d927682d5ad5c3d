using Helpline.Core.Updates;
using Helpline.Knowledge;

namespace Helpline.Web.Editing;

/// <summary>What advisers must have read, from the updates being served. A topic's group is the skill that depends on it.</summary>
public sealed class MustReads(IKnowledgeBase knowledge) : IMustReads
{
    private volatile Known? latest;

    public IReadOnlyList<MustRead> Current
    {
        get
        {
            var snapshot = knowledge.Current;
            var known = latest;
            if (known?.Version != snapshot.Version)
            {
                latest = known = new Known(snapshot.Version, [.. snapshot.Updates.Where(u => u.MustRead).Select(u => new MustRead(
                    u.Id, u.Topics.Select(snapshot.Topics.Find).Select(t => t?.Group).OfType<string>().ToHashSet(StringComparer.Ordinal)))]);
            }

            return known.Updates;
        }
    }

    private sealed record Known(string Version, IReadOnlyList<MustRead> Updates);
}
