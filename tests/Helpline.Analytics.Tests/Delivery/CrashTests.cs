using Helpline.Analytics.Anonymising;
using Helpline.Analytics.Data;
using Helpline.Analytics.Delivery;
using Helpline.Analytics.Figures;
using Helpline.Analytics.Tests.Support;
using MassTransit;

namespace Helpline.Analytics.Tests.Delivery;

public class CrashTests
{
    private static readonly FiguresPeriod Week = new(Invented.Monday, Invented.Monday);

    [Fact]
    public async Task RunAsync_AfterACrashBetweenCommitAndSend_SendsWhatWasCommitted()
    {
        // Arrange: the window is committed and the process is gone before anything is sent.
        await using var first = await AnalyticsHost.StartAsync();
        await first.AcceptAsync(Invented.Many(12, Invented.Ordinary));
        await first.InScopeAsync<WindowPublisher>(windows =>
            windows.PublishAsync(FactsKind.Contacts, Invented.Monday, TestContext.Current.CancellationToken));
        Assert.Empty(await first.ReadAsync(db => db.Inbox));

        // Act
        await using var second = await AnalyticsHost.StartAsync(on: first);
        var published = await second.RunAsync();

        // Assert
        Assert.Equal(0, published);
        Assert.Equal([12], await TotalsAsync(second));
    }

    [Fact]
    public async Task RunAsync_AfterTheBusLostWhatWasSent_SendsAgainOnceDue()
    {
        // Arrange: sent, but there was nobody to take it.
        await using var first = await AnalyticsHost.StartAsync(consumers: false);
        await first.AcceptAsync(Invented.Many(12, Invented.Ordinary));
        await first.InScopeAsync<IAnonymiserRun>(run => run.RunAsync(TestContext.Current.CancellationToken));
        await using var second = await AnalyticsHost.StartAsync(on: first);

        // Act and assert: not at once, for it may still be on its way; but when it is overdue.
        await second.InScopeAsync<OutboxDispatcher>(outbox => outbox.DispatchAsync(TestContext.Current.CancellationToken));
        Assert.All(await second.ReadAsync(db => db.Outbox), row => Assert.Equal(1, row.Attempts));

        second.Clock.Advance(OutboxDispatcher.FirstRetry);
        await second.RunAsync();
        Assert.Equal([12], await TotalsAsync(second));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Consume_MessagesRepeatedAndOutOfOrder_CountsEachOnce(int seed)
    {
        // Arrange: three weeks of messages, each to be delivered three times in a random order.
        await using var host = await AnalyticsHost.StartAsync();
        var messages = await CommittedAsync(host, weeks: 3);
        var deliveries = Enumerable.Repeat(messages, 3).SelectMany(row => row).ToArray();
        new Random(seed).Shuffle(deliveries);

        using var counter = new ConsumeCounter();
        host.Harness.Bus.ConnectConsumeObserver(counter);

        // Act
        foreach (var row in deliveries)
        {
            var type = MessageTypes.Named(row.Type);
            await host.Harness.Bus.Publish(
                FactsJson.Read(row.Body, type), type,
                Pipe.Execute<PublishContext>(context => context.MessageId = row.Id), TestContext.Current.CancellationToken);
        }

        await counter.WaitForAsync(deliveries.Length, TestContext.Current.CancellationToken);

        // Assert
        Assert.Equal(0, counter.Faults);
        Assert.Equal(messages.Count, (await host.ReadAsync(db => db.Inbox)).Count);
        Assert.Equal([12, 13, 14], await TotalsAsync(host, weeks: 3));
    }

    private static async Task<List<OutboxMessage>> CommittedAsync(AnalyticsHost host, int weeks)
    {
        host.Clock.Advance(TimeSpan.FromDays(7 * weeks));
        for (var week = 0; week < weeks; week++)
        {
            await host.AcceptAsync(Invented.Many(
                12 + week, Invented.Ordinary with { ArrivedAt = Invented.Ordinary.ArrivedAt.AddDays(7 * week) }));
            await host.InScopeAsync<WindowPublisher>(windows => windows.PublishAsync(
                FactsKind.Contacts, Invented.Monday.AddDays(7 * week), TestContext.Current.CancellationToken));
        }

        return await host.ReadAsync(db => db.Outbox);
    }

    private static async Task<IReadOnlyList<int>> TotalsAsync(AnalyticsHost host, int weeks = 1)
    {
        var period = Week with { To = Invented.Monday.AddDays(7 * (weeks - 1)) };
        return (await host.FiguresAsync(figures => figures.ContactsAsync(
            FiguresDimension.Channel, period, null, TestContext.Current.CancellationToken))).Totals;
    }
}
