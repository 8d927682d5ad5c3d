using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Testing;

namespace Helpline.Web.Tests.Ask;

/// <summary>A browser without scripts: it keeps cookies, follows redirects and remembers every address it was at.</summary>
internal sealed class Browser(HttpClient client)
{
    public List<string> Addresses { get; } = [];

    public string Address => Addresses[^1];

    public HttpStatusCode Status { get; private set; }

    public IHtmlDocument Page { get; private set; } = null!;

    public string Heading => Text("h1");

    public string Main => Text("main");

    public string Text(string selector) => string.Join(' ', (Page.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public Task OpenAsync(string address) => FollowAsync(address, new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Follows the first link with these words.</summary>
    public Task ClickAsync(string words) =>
        OpenAsync(Page.QuerySelectorAll("a").First(a => a.TextContent.Trim() == words || a.TextContent.Trim().StartsWith(words, StringComparison.Ordinal)).GetAttribute("href")!);

    /// <summary>Sends the form of the page as it stands, with these answers.</summary>
    public Task SendAsync(params (string Name, string Value)[] answers) => SendAsync("main form[method=post]", answers);

    public Task SendAsync(string selector, params (string Name, string Value)[] answers)
    {
        var form = Page.QuerySelector(selector) ?? throw new InvalidOperationException($"No form at {Address}: {Main}");
        var fields = form.QuerySelectorAll("input, textarea").Where(Counts)
            .Select(e => (Name: e.GetAttribute("name")!, Value: e is IHtmlTextAreaElement area ? area.Value : e.GetAttribute("value") ?? ""))
            .Where(f => answers.All(a => a.Name != f.Name))
            .Concat(answers)
            .Select(f => new KeyValuePair<string, string>(f.Name, f.Value));
        var address = form.GetAttribute("action") is { Length: > 0 } action ? action : Address;
        return FollowAsync(address, new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(fields) });
    }

    private static bool Counts(IElement element) =>
        element.HasAttribute("name") && (element.GetAttribute("type") is not ("radio" or "checkbox") || element.HasAttribute("checked"));

    private async Task FollowAsync(string address, HttpRequestMessage request)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        Addresses.Add(address);
        var response = await client.SendAsync(request, cancellationToken);
        while (response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.MovedPermanently)
        {
            Addresses.Add(response.Headers.Location!.OriginalString);
            response = await client.GetAsync(response.Headers.Location.OriginalString.Split('#')[0], cancellationToken);
        }

        Status = response.StatusCode;
        Page = await HelplineFactory.ReadAsync(response, cancellationToken);
    }
}
