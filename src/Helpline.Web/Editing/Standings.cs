using Helpline.Core.Common;
using Helpline.Core.Publishing;
using Helpline.Knowledge;
using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Editing;
using Helpline.Web.Hosting;

namespace Helpline.Web.Editing;

/// <summary>Says how articles stand, from what this node has taken over. No database is asked: the console shows it with every search.</summary>
public sealed class Standings(IKnowledgeBase knowledge, EditedContent edited, IContentTakeOver overlay, IContentCheck check, TimeProvider time)
{
    /// <summary>How an article stands; an unknown one is as good as gone.</summary>
    public Standing Of(string slug) => knowledge.Current.Articles.Find(slug) is { } article ? Of(article) : Standing.Good;

    /// <summary>How an article stands.</summary>
    public Standing Of(Article article)
    {
        var path = ContentPaths.OfArticle(article.Slug);
        if (edited.MarkOn(path) is { } mark)
        {
            return new Standing(StandingLevel.Red, [mark.Reason]);
        }

        List<string> reasons = [.. ChangesBehind(article).Select(c => $"{Title(c.ProvisionId)} changed on {c.ChangedOn.InWords()}: {c.What}")];
        if (article.IsDueForReview(time.LondonToday()))
        {
            reasons.Add($"Its review was due by {article.ReviewBy.InWords()}");
        }

        return reasons.Count == 0 ? Standing.Good : new Standing(StandingLevel.Amber, reasons);
    }

    /// <summary>The recorded changes of provisions that an article cites and has not taken in yet.</summary>
    public IEnumerable<RecordedChange> ChangesBehind(Article article)
    {
        var text = edited.TextOn(ContentPaths.OfArticle(article.Slug));
        return edited.Content.Changes.Where(c => article.Provisions.Contains(c.ProvisionId, StringComparer.Ordinal) && !IsTakenIn(c, article, text));
    }

    /// <summary>What only editors need to know of a file: a newer shipped text beneath an edit, an edit that is not served.</summary>
    public IReadOnlyList<string> ForEditors(string path)
    {
        List<string> notes = [.. overlay.Issues.Where(i => i.Path == path)
            .Select(i => $"The edited text is not served and the shipped one is, because of line {i.Line}: {i.Message}")];
        if (edited.TextOn(path) is { } text && check.Shipped(path) is { } shipped && check.Hash(shipped) != text.ShippedHash)
        {
            notes.Add("A newer shipped text lies beneath this edit: compare and merge them");
        }

        return notes;
    }

    /// <summary>A text begun after the record knew of it; a shipped one must have been reviewed on a later day.</summary>
    private static bool IsTakenIn(RecordedChange change, Article article, ServedText? text) => text is null
        ? article.Reviewed > DateOnly.FromDateTime(change.RecordedAt.ToLondon())
        : text.BegunAt > change.RecordedAt;

    private string Title(string provisionId) => knowledge.Current.Provisions.Find(provisionId) is { } provision
        ? $"{provision.Title} ({provision.Section})"
        : provisionId;
}
