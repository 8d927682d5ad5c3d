using Helpline.Knowledge.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpline.Knowledge.Tests.Api;

/// <summary>A minimal program with the API over the real content.</summary>
public sealed class KnowledgeApiHost : IAsyncLifetime
{
    private readonly string indexes = Path.Combine(Path.GetTempPath(), "helpline-tests", Guid.NewGuid().ToString("N"));
    private WebApplication app = null!;

    public HttpClient Client { get; private set; } = null!;

    internal static WebApplication Build(string content, string indexes)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Content:Path", content), new("Content:IndexPath", indexes)]);
        builder.Services.AddKnowledge(builder.Configuration);
        var app = builder.Build();
        app.MapKnowledgeApi();
        return app;
    }

    public async ValueTask InitializeAsync()
    {
        app = Build(Repository.Content, indexes);
        await app.StartAsync();
        Client = app.GetTestClient();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(indexes, recursive: true);
    }
}
