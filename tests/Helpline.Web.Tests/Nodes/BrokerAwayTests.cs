using System.Diagnostics;
using System.Net;
using Helpline.Testing;
using Helpline.Testing.Recovery;

namespace Helpline.Web.Tests.Nodes;

/// <summary>Without its broker a node goes on: figures and the consoles of other nodes wait, callers do not.</summary>
public sealed class BrokerAwayTests
{
    [Fact]
    public async Task Ready_WhileTheBrokerIsAway_StillSaysYes()
    {
        var nobody = HelplineProcess.FreeAddress();
        await using var factory = new HelplineFactory();
        await using var node = factory.WithWebHostBuilder(host => host
            .UseSetting("Bus:Transport", "RabbitMq")
            .UseSetting("Bus:RabbitMq:Uri", $"rabbitmq://guest:guest@{nobody.Authority}/"));
        using var client = node.CreateClient();

        var answer = HttpStatusCode.ServiceUnavailable;
        var said = "";
        for (var since = Stopwatch.StartNew(); answer != HttpStatusCode.OK && since.Elapsed < TimeSpan.FromSeconds(20); await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
            (answer, said) = (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Equal((HttpStatusCode.OK, "Degraded"), (answer, said));
    }
}
