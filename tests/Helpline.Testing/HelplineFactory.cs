using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Helpline.Testing.Centre;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Testing;

/// <summary>The whole web host in memory, on the real content. Settings given here win over appsettings.</summary>
public class HelplineFactory : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> settings = [];
    private readonly CentreDatabase database = new();
    private TimeProvider? clock;

    /// <summary>Sets a configuration key for this host. Call before the first client is made.</summary>
    public HelplineFactory With(string key, string value)
    {
        settings[key] = value;
        return this;
    }

    /// <summary>Puts the host on this clock. Call before the first client is made.</summary>
    public HelplineFactory At(TimeProvider time)
    {
        clock = time;
        return this;
    }

    /// <summary>A visitor who keeps cookies and follows no redirect, so that a test sees each.</summary>
    public HttpClient Visitor() => CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri("https://localhost"),
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Helpline", database.ConnectionString);
        builder.UseSetting("ConnectionStrings:Analytics", $"Data Source={Path.Combine(database.Folder, "analytics.db")}");
        builder.UseSetting("DataProtection:KeysPath", SharedKeys.Folder.FullName);
        builder.UseSetting("Hours:AlwaysOpen", "false");
        foreach (var (key, value) in settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services => services.AddSharedKeys());
        if (clock is { } time)
        {
            builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new ClockWithRealTimers(time)));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        database.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The page as a browser reads it.</summary>
    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken);
}
