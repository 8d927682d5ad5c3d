using System.Net;
using Helpline.Core.Data;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Manage;

/// <summary>A helpline whose last weeks were invented by the program itself, run as from the command line.</summary>
public sealed class SeededHelpline : IAsyncLifetime
{
    private const string Password = "a password for tests only";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("helpline-seeded-");
    private readonly HelplineFactory factory = new();
    private readonly Dictionary<string, HttpClient> signedIn = new(StringComparer.Ordinal);

    /// <summary>How many contacts the first seeding made.</summary>
    public int Contacts { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Assert.Equal(0, await SeedAsync("Development", "--contacts", "150", "--weeks", "5"));
        foreach (var (key, value) in Settings)
        {
            factory.With(key, value);
        }

        Contacts = await CountAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    /// <summary>Runs the program with --seed. Returns its exit code.</summary>
    public Task<int> SeedAsync(string environment, params string[] more) => Task.Run(() =>
    {
        // A switch right before a setting must not swallow it.
        string[] args = [.. more, "--seed", $"--environment={environment}", .. Settings.Select(s => $"--{s.Key}={s.Value}")];
        Environment.ExitCode = 0;
        typeof(Program).Assembly.EntryPoint!.Invoke(null, [args]);
        var code = Environment.ExitCode;
        Environment.ExitCode = 0;
        return code;
    });

    public Task<int> CountAsync() => ReadAsync(db => db.Contacts.CountAsync());

    /// <summary>Reads the database.</summary>
    public async Task<T> ReadAsync<T>(Func<HelplineDbContext, Task<T>> read)
    {
        await using var scope = factory.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<HelplineDbContext>());
    }

    /// <summary>Somebody who has not signed in.</summary>
    public HttpClient Visitor() => factory.Visitor();

    /// <summary>A member of staff, signed in through the form; once each, as signing in is limited.</summary>
    public async Task<HttpClient> StaffAsync(string account)
    {
        if (signedIn.TryGetValue(account, out var known))
        {
            return known;
        }

        var client = factory.Visitor();
        var page = await HelplineFactory.ReadAsync(await client.GetAsync(new Uri("/sign-in", UriKind.Relative)), CancellationToken.None);
        var token = page.QuerySelector("main input[name=_token]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([new("Email", $"{account}@helpline.test"), new("Password", Password), new("_token", token)]);
        var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return signedIn[account] = client;
    }

    private Dictionary<string, string> Settings => new()
    {
        ["ConnectionStrings:Helpline"] = $"Data Source={Path.Combine(folder.FullName, "helpline.db")}",
        ["ConnectionStrings:Analytics"] = $"Data Source={Path.Combine(folder.FullName, "analytics.db")}",
        ["DataProtection:KeysPath"] = SharedKeys.Folder.FullName,
        ["Seed:Password"] = Password,
        ["Analytics:K"] = "4",
    };
}
