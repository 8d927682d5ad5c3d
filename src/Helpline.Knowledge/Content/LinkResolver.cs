using Helpline.Knowledge.Deadlines;
using Helpline.Knowledge.Taxonomy;

namespace Helpline.Knowledge.Content;

/// <summary>Turns the addresses authors write into those pages use.</summary>
internal sealed class LinkResolver(
    Catalogue<Provision> provisions,
    Catalogue<Deadline> deadlines,
    Catalogue<ReferralDestination> destinations,
    Func<string, bool> article)
{
    /// <summary>Pages of the public site that a text may send people to.</summary>
    private static readonly string[] Pages = ["ask", "contact", "deadlines", "find-help", "guides", "letter-check", "letters"];

    /// <summary>Where a link leads: an address, or plain words with an explanation, or what is wrong with it.</summary>
    public Link Resolve(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0)
        {
            return Link.Wrong($"the link '{url}' has no scheme; write https://…, advice:slug, provision:id, deadline:id or org:id");
        }

        var id = url[(colon + 1)..];
        return url[..colon].ToLowerInvariant() switch
        {
            "http" or "https" => Uri.TryCreate(url, UriKind.Absolute, out _) ? Link.To(url) : Link.Wrong($"the link '{url}' is not an address"),
            "mailto" or "tel" => Link.To(url),
            "advice" => article(id) ? Link.To($"/advice/{id}") : Link.Wrong($"the link names article '{id}', which is not in content/articles"),
            "deadline" => deadlines.Contains(id) ? Link.To($"/deadlines/{id}") : Link.Wrong($"the link names deadline '{id}', which is not in deadlines.yaml"),
            "provision" => provisions.Find(id) is { } p ? Link.ToOrWords(p.Url, p.Title) : Link.Wrong($"the link names provision '{id}', which is not in provisions.yaml"),
            "org" => destinations.Find(id) is { } d ? Link.ToOrWords(d.Url, null) : Link.Wrong($"the link names organisation '{id}', which is not in referral-destinations.yaml"),
            "page" => Pages.Contains(id, StringComparer.Ordinal) ? Link.To($"/{id}") : Link.Wrong($"the link names page '{id}'; write one of {string.Join(", ", Pages)}"),
            var scheme => Link.Wrong($"links of the scheme '{scheme}:' are not allowed; write https:, mailto:, tel:, advice:, provision:, deadline:, org: or page:"),
        };
    }
}

/// <summary>The answer: exactly one of an address, plain words, or a problem.</summary>
internal sealed record Link(string? Url, string? Title, string? Problem)
{
    public static Link To(string url) => new(url, null, null);

    public static Link ToOrWords(Uri? url, string? title) => new(url?.AbsoluteUri, title, null);

    public static Link Wrong(string problem) => new(null, null, problem);
}
