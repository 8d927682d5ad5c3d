using Helpline.Telephony.Options;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Tests.Options;

public class TwilioOptionsTests
{
    private static readonly Dictionary<string, string?> Live = new()
    {
        ["Twilio:Mode"] = "Live",
        ["Twilio:AccountSid"] = "AC00112233445566778899aabbccddeeff",
        ["Twilio:AuthToken"] = "token",
        ["Twilio:ApiKeySid"] = "SK00112233445566778899aabbccddeeff",
        ["Twilio:ApiKeySecret"] = "secret",
        ["Twilio:TwimlAppSid"] = "AP00112233445566778899aabbccddeeff",
        ["Twilio:PublicBaseUrl"] = "https://helpline.example",
        ["Twilio:CallerId"] = "+448081570000",
    };

    [Fact]
    public void Live_EverythingConfigured_StartsWithThePublicApi()
    {
        var options = Read(Live);

        Assert.Equal("https://api.twilio.com", options.ApiBaseUrl);
        Assert.Equal("token", options.AuthToken);
    }

    [Theory]
    [InlineData("Twilio:AccountSid")]
    [InlineData("Twilio:AuthToken")]
    [InlineData("Twilio:ApiKeySid")]
    [InlineData("Twilio:ApiKeySecret")]
    [InlineData("Twilio:TwimlAppSid")]
    [InlineData("Twilio:PublicBaseUrl")]
    [InlineData("Twilio:CallerId")]
    public void Live_OneKeyMissing_RefusesNamingIt(string key)
    {
        var settings = new Dictionary<string, string?>(Live);
        settings.Remove(key);

        var refusal = Assert.Throws<OptionsValidationException>(() => Read(settings));

        Assert.StartsWith(key, Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Twilio:AccountSid", "SK00112233445566778899aabbccddeeff")]
    [InlineData("Twilio:ApiKeySid", "SK0011")]
    [InlineData("Twilio:ApiBaseUrl", "/simulator/twilio")]
    [InlineData("Twilio:ApiBaseUrl", "ftp://example.test")]
    [InlineData("Twilio:PublicBaseUrl", "helpline.example")]
    [InlineData("Twilio:PublicBaseUrl", "https://user:pass@helpline.example")]
    [InlineData("Twilio:PublicBaseUrl", "https://helpline.example/?a=1")]
    [InlineData("Twilio:CallerId", "0808 157 0000")]
    public void Live_MalformedValue_RefusesNamingTheKeyNotTheValue(string key, string value)
    {
        var settings = new Dictionary<string, string?>(Live) { [key] = value };

        var refusal = Assert.Throws<OptionsValidationException>(() => Read(settings));

        var failure = Assert.Single(refusal.Failures);
        Assert.StartsWith(key, failure, StringComparison.Ordinal);
        Assert.DoesNotContain(value, failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NothingConfigured_FailsClosed()
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Services.AddTwilioEdge(builder.Configuration);
        await using var app = builder.Build();

        await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Simulator_NothingElseConfigured_MakesUpWellFormedCredentialsPerHost()
    {
        var settings = new Dictionary<string, string?> { ["Twilio:Mode"] = "Simulator" };
        var first = Read(settings);
        var second = Read(settings);

        Assert.Matches("^AC[0-9a-f]{32}$", first.AccountSid);
        Assert.Matches("^SK[0-9a-f]{32}$", first.ApiKeySid);
        Assert.Matches("^AP[0-9a-f]{32}$", first.TwimlAppSid);
        Assert.NotEqual(first.AuthToken, second.AuthToken);
        Assert.Equal("/simulator/twilio", first.ApiBaseUrl);
    }

    [Fact]
    public void Simulator_MonitorAndOptions_SeeTheSameCredentials()
    {
        using var services = Services(new Dictionary<string, string?> { ["Twilio:Mode"] = "Simulator" });

        Assert.Equal(
            services.GetRequiredService<IOptions<TwilioOptions>>().Value.AuthToken,
            services.GetRequiredService<IOptionsMonitor<TwilioOptions>>().CurrentValue.AuthToken);
    }

    [Fact]
    public void Simulator_ConfiguredCredentials_AreKept()
    {
        var settings = new Dictionary<string, string?>(Live) { ["Twilio:Mode"] = "Simulator" };

        Assert.Equal("token", Read(settings).AuthToken);
    }

    [Fact]
    public void Simulator_InProduction_Refuses()
    {
        using var services = Services(new Dictionary<string, string?> { ["Twilio:Mode"] = "Simulator" }, "Production");

        var refusal = Assert.Throws<OptionsValidationException>(
            () => services.GetRequiredService<IOptions<TwilioOptions>>().Value);

        Assert.StartsWith("Twilio:Mode", Assert.Single(refusal.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://helpline.example:443/", "https://helpline.example")]
    [InlineData("https://helpline.example/edge/", "https://helpline.example/edge")]
    [InlineData("http://helpline.example:8080", "http://helpline.example:8080")]
    public void PublicAddress_Configured_IsNormalised(string configured, string expected)
    {
        var settings = new Dictionary<string, string?>(Live) { ["Twilio:PublicBaseUrl"] = configured };
        using var services = Services(settings);

        Assert.Equal(expected, services.GetRequiredService<IPublicAddress>().BaseUrl);
    }

    [Theory]
    [InlineData("http://localhost:5080", "http://localhost:5080", "https://localhost:5081")]
    [InlineData("http://localhost:5080", "https://localhost:5081", "http://localhost:5080")]
    [InlineData("http://localhost:5080", "http://[::]:5080")]
    [InlineData("http://localhost:5080", "http://0.0.0.0:5080")]
    [InlineData("http://localhost:5080", "http://*:5080")]
    [InlineData("http://localhost:5080", "http://+:5080")]
    public void PublicAddress_NotConfigured_IsTheBoundOne(string expected, params string[] bound)
    {
        using var services = Services(new() { ["Twilio:Mode"] = "Simulator" }, bound: bound);

        Assert.Equal(expected, services.GetRequiredService<IPublicAddress>().BaseUrl);
    }

    [Fact]
    public void PublicAddress_PortNotBoundYet_ThrowsAndIsFoundLater()
    {
        using var services = Services(new() { ["Twilio:Mode"] = "Simulator" }, bound: ["http://127.0.0.1:0"]);
        var address = services.GetRequiredService<IPublicAddress>();
        var addresses = services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;

        Assert.Throws<InvalidOperationException>(() => address.BaseUrl);
        addresses.Clear();
        addresses.Add("http://127.0.0.1:40123");

        Assert.Equal("http://127.0.0.1:40123", address.BaseUrl);
    }

    private static TwilioOptions Read(Dictionary<string, string?> settings)
    {
        using var services = Services(settings);
        return services.GetRequiredService<IOptions<TwilioOptions>>().Value;
    }

    private static ServiceProvider Services(
        Dictionary<string, string?> settings, string environment = "Development", string[]? bound = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment
        {
            EnvironmentName = environment,
        });
        services.AddSingleton<IServer>(new BoundServer(bound ?? []));
        services.AddTwilioEdge(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        return services.BuildServiceProvider();
    }

    private sealed class BoundServer : IServer
    {
        public BoundServer(string[] addresses)
        {
            var feature = new ServerAddressesFeature();
            foreach (var address in addresses)
            {
                feature.Addresses.Add(address);
            }

            Features.Set<IServerAddressesFeature>(feature);
        }

        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
        }
    }
}
