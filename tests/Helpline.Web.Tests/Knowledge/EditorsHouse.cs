using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpline.Core.Data;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Knowledge;

/// <summary>A helpline with its editors signed in. Each test takes an article of its own.</summary>
public sealed class EditorsHouse : IAsyncLifetime
{
    private const string Password = "a password for tests only";
    private readonly Dictionary<string, HttpClient> signedIn = new(StringComparer.Ordinal);

    public HelplineFactory Factory { get; } = new();

    public ValueTask InitializeAsync()
    {
        Factory.With("Seed:Password", Password).With("RateLimits:SignIn:Permits", "100");
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => Factory.DisposeAsync();

    public T Service<T>()
        where T : notnull => Factory.Services.GetRequiredService<T>();

    /// <summary>Runs one use case in a scope of its own.</summary>
    public async Task<T> DoAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Factory.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<HelplineDbContext, Task<T>> read) => DoAsync(read);

    public Task<Guid> UserAsync(string account) => ReadAsync(db => db.Users.Where(u => u.Email == $"{account}@helpline.test").Select(u => u.Id).SingleAsync());

    /// <summary>A member of staff, signed in through the form.</summary>
    public async Task<HttpClient> StaffAsync(string account)
    {
        if (signedIn.TryGetValue(account, out var known))
        {
            return known;
        }

        var client = Factory.Visitor();
        var answer = await client.SendFormAsync(
            "/sign-in", new Dictionary<string, string> { ["Email"] = $"{account}@helpline.test", ["Password"] = Password }, CancellationToken.None);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return signedIn[account] = client;
    }

    /// <summary>Sends the form of a page whose action ends so, with its hidden fields and these answers.</summary>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string action, params (string Name, string Value)[] answers)
    {
        var document = await client.ReadAsync(page, CancellationToken.None);
        var form = document.QuerySelectorAll<IHtmlFormElement>("main form[method=post]").FirstOrDefault(f => (f.GetAttribute("action") ?? page).EndsWith(action, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{page} has no form that goes to {action}: {document.QuerySelector("main")?.TextContent}");
        return await PostAsync(client, form, form.GetAttribute("action") ?? page, answers);
    }

    /// <summary>Saves the edit page with this text, or presses the button that goes to another action.</summary>
    public static async Task<HttpResponseMessage> SaveAsync(HttpClient client, string page, string text, string note, string? action = null)
    {
        var document = await client.ReadAsync(page, CancellationToken.None);
        return await PostAsync(client, document.QuerySelector<IHtmlFormElement>("#edit")!, action ?? page, ("Body", text), ("Note", note));
    }

    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, IHtmlFormElement form, string action, params (string Name, string Value)[] answers)
    {
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").ToDictionary(f => f.Name!, f => f.Value, StringComparer.Ordinal);
        foreach (var hidden in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[hidden]"))
        {
            fields[hidden.Name!] = hidden.Value;
        }

        foreach (var (name, value) in answers)
        {
            fields[name] = value;
        }

        return await client.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent(fields));
    }
}
