using Helpline.Core.Locations;
using Helpline.Knowledge;

namespace Helpline.Web.Hosting;

/// <summary>Every page of the public site that search engines may show.</summary>
public static class PublicAddresses
{
    private static readonly string[] Fixed =
    [
        "/", "/advice", "/topics", "/guides", "/letters", "/letter-check", "/deadlines", "/deadlines/clock", "/find-help", "/updates", "/ask", "/contact", "/privacy", "/accessibility",
    ];

    public static IEnumerable<PublicAddress> All(KnowledgeSnapshot known, AuthorityDirectory authorities) =>
    [
        .. Fixed.Select(path => new PublicAddress(path)),
        .. known.TopicGroups.Select(group => new PublicAddress($"/topics/{group.Id}")),
        .. known.Topics.Select(topic => new PublicAddress($"/topics/{topic.Id}")),
        .. known.Articles.Where(article => article.IsPublic).Select(article => new PublicAddress($"/advice/{article.Slug}", article.Reviewed)),
        .. known.Guides.Select(guide => new PublicAddress($"/guides/{guide.Slug}", guide.Reviewed)),
        .. known.Letters.Select(letter => new PublicAddress($"/letters/{letter.Id}", letter.Reviewed)),
        .. known.LetterKinds.Select(kind => new PublicAddress($"/letter-check/{kind.Id}", kind.Reviewed)),
        .. known.Deadlines.Select(deadline => new PublicAddress($"/deadlines/{deadline.Id}")),
        .. known.Updates.Select(update => new PublicAddress($"/updates/{update.Id}", update.Published)),
        .. authorities.Authorities.Select(authority => new PublicAddress($"/find-help?authority={authority.Code}")),
    ];
}
