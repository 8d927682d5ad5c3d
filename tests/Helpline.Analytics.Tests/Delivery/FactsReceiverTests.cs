using Helpline.Analytics.Data;
using Helpline.Analytics.Facts;
using Helpline.Analytics.Tests.Support;

namespace Helpline.Analytics.Tests.Delivery;

public class FactsReceiverTests
{
    private static readonly SatisfactionFacts Answers = new()
    {
        Channel = ContactChannel.Voice,
        WeekStarting = Invented.Monday,
        Scores = new SatisfactionScores { First = 5, Second = 4 },
    };

    [Fact]
    public async Task AcceptAsync_SameDeliveryAgain_HoldsTheFactsOnce()
    {
        await using var host = await AnalyticsHost.StartAsync();
        var delivery = Guid.NewGuid();

        for (var time = 0; time < 3; time++)
        {
            await host.InScopeAsync<IContactFactsReceiver>(receiver =>
                receiver.AcceptAsync(delivery, Invented.Ordinary, TestContext.Current.CancellationToken));
        }

        Assert.Single(await host.ReadAsync(db => db.HeldFacts));
    }

    [Fact]
    public async Task AcceptAsync_SameDeliveryFromManyAtOnce_HoldsTheFactsOnce()
    {
        await using var host = await AnalyticsHost.StartAsync();
        var delivery = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => host.InScopeAsync<ISatisfactionFactsReceiver>(
            receiver => receiver.AcceptAsync(delivery, Answers, TestContext.Current.CancellationToken)))));

        Assert.Single(await host.ReadAsync(db => db.HeldFacts));
        Assert.Single(await host.ReadAsync(db => db.Deliveries));
    }

    [Fact]
    public async Task AcceptAsync_ManyDeliveriesInOneScope_HoldsEach()
    {
        await using var host = await AnalyticsHost.StartAsync();

        await host.AcceptAsync(Invented.Many(5, Invented.Ordinary));

        Assert.Equal(5, (await host.ReadAsync(db => db.HeldFacts)).Count);
    }

    [Fact]
    public async Task AcceptAsync_ScoresWithTheContact_AreHeldApartFromIt()
    {
        await using var host = await AnalyticsHost.StartAsync();

        await host.AcceptAsync(Invented.Ordinary with { SatisfactionScores = new SatisfactionScores { First = 2 } });

        var held = await host.ReadAsync(db => db.HeldFacts);
        Assert.DoesNotContain("satisfactionScores", held.Single(row => row.Kind == FactsKind.Contacts).Body, StringComparison.Ordinal);
        Assert.Contains("\"first\":2", held.Single(row => row.Kind == FactsKind.Satisfaction).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptAsync_HeldFacts_CannotBeTracedToTheDelivery()
    {
        await using var host = await AnalyticsHost.StartAsync();

        await host.AcceptAsync(Invented.Ordinary);

        var delivery = Assert.Single(await host.ReadAsync(db => db.Deliveries));
        var held = Assert.Single(await host.ReadAsync(db => db.HeldFacts));
        Assert.NotEqual(delivery.Id, held.Id);
        Assert.DoesNotContain(delivery.Id.ToString(), held.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task AcceptAsync_TopicWithoutItsGroup_IsRefusedAndNothingHeld()
    {
        await using var host = await AnalyticsHost.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => host.AcceptAsync(Invented.Ordinary with { TopicGroupIds = [] }));

        Assert.Empty(await host.ReadAsync(db => db.HeldFacts));
    }

    [Fact]
    public async Task RunAsync_DeliveriesOlderThanThirtyDays_AreForgotten()
    {
        await using var host = await AnalyticsHost.StartAsync();
        await host.AcceptAsync(Invented.Ordinary);

        host.Clock.Advance(TimeSpan.FromDays(32));
        await host.RunAsync();

        Assert.Empty(await host.ReadAsync(db => db.Deliveries));
    }
}
