using Helpline.Knowledge.Articles;
using Helpline.Knowledge.Deadlines;

namespace Helpline.Knowledge.Api;

/// <summary>Puts what we know into the shapes the API promises.</summary>
internal static class Responses
{
    public static ArticleResponse Of(Article article, KnowledgeSnapshot snapshot) => new(
        article.Slug,
        article.Title,
        article.Summary,
        article.ParentHtml,
        article.Topics,
        [.. article.Provisions.Select(snapshot.Provisions.Find).OfType<Taxonomy.Provision>().Select(p => new ProvisionResponse(p.Id, p.Title, p.Section, p.Url?.AbsoluteUri))],
        article.Deadlines,
        [.. article.Related.Where(r => snapshot.Articles.Find(r) is { IsPublic: true })],
        [.. article.Sources.Select(s => new SourceResponse(s.Title, s.Url?.AbsoluteUri))],
        article.Reviewed,
        article.ReviewBy,
        article.LawAsAt,
        article.Version);

    public static TopicsResponse Topics(KnowledgeSnapshot snapshot) => new(
    [
        .. snapshot.TopicGroups.Select(g => new TopicGroupResponse(
            g.Id,
            g.Label,
            [
                .. snapshot.TopicsIn(g.Id).Select(t => new TopicResponse(
                    t.Id, t.Label, t.Provisions, t.Deadlines, [.. snapshot.ArticlesOn(t.Id).Where(a => a.IsPublic).Select(a => a.Slug)])),
            ])),
    ]);

    public static DeadlineResponse Of(Deadline deadline, DeadlineAnswer? answer) => new(
        deadline.Id,
        answer?.Trigger,
        answer?.Due,
        answer?.Reason,
        deadline.Authority,
        deadline.HowCounted,
        deadline.Exceptions,
        deadline.IfMissed,
        Word(deadline.Confidence),
        deadline.ConfidenceNote,
        answer is null
            ? [.. deadline.Steps.Select(s => new DeadlineStepResponse(s.Label, null))]
            : [.. answer.Steps.Select(s => new DeadlineStepResponse(s.Label, s.Due))],
        deadline.Topic,
        deadline.Title,
        deadline.WhoMustAct,
        deadline.Trigger,
        deadline.Provisions);

    private static string Word(DeadlineConfidence confidence) => confidence switch
    {
        DeadlineConfidence.Checked => "checked",
        DeadlineConfidence.PartlyChecked => "partlyChecked",
        DeadlineConfidence.ToBeConfirmed => "toBeConfirmed",
    };
}
