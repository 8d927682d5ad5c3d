using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Helpline.Testing;

/// <summary>What a visitor does: open a page, fill in its form, send it.</summary>
public static class Browsing
{
    /// <summary>Opens an address, whatever the answer is.</summary>
    public static Task<HttpResponseMessage> OpenAsync(this HttpClient visitor, string path, CancellationToken cancellationToken) =>
        visitor.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);

    /// <summary>Opens an address that must answer with a page, and reads it.</summary>
    public static async Task<IHtmlDocument> ReadAsync(this HttpClient visitor, string path, CancellationToken cancellationToken)
    {
        using var response = await visitor.OpenAsync(path, cancellationToken);
        return await HelplineFactory.ReadAsync(response, cancellationToken);
    }

    /// <summary>Opens the page, takes the hidden fields of its first posting form and sends it with these answers.</summary>
    public static async Task<HttpResponseMessage> SendFormAsync(
        this HttpClient visitor, string path, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var page = await visitor.ReadAsync(path, cancellationToken);
        var form = page.QuerySelector<IHtmlFormElement>("main form[method=post]") ?? throw new InvalidOperationException($"{path} has no form to send.");
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(field => field.Name ?? "", field => field.Value, StringComparer.Ordinal);
        foreach (var (name, value) in answers)
        {
            fields[name] = value;
        }

        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : path;
        return await visitor.PostAsync(new Uri(target, UriKind.Relative), new FormUrlEncodedContent(fields), cancellationToken);
    }

    /// <summary>A visitor signed in to an account of Development; the host was made with this as <c>Seed:Password</c>.</summary>
    public static async Task<HttpClient> SignInAsync(this HelplineFactory factory, string account, string password, CancellationToken cancellationToken)
    {
        var client = factory.Visitor();
        using var answer = await client.SendFormAsync(
            "/sign-in", new Dictionary<string, string> { ["Email"] = $"{account}@helpline.test", ["Password"] = password }, cancellationToken);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{account} could not sign in: {answer.StatusCode}");
    }
}
