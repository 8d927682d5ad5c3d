using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Routing;

/// <summary>Two nodes on one database, both routing as if each had the lease.</summary>
public sealed class TwoRoutersTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task RunAsync_TwoRoutersAtOnce_NeverOfferTwice()
    {
        using var database = new CentreDatabase();
        var time = new FakeTimeProvider(Start);
        await using var one = await CentreHost.StartAsync(database, time);
        await using var two = await CentreHost.StartAsync(database, time);
        for (var i = 0; i < 12; i++)
        {
            await one.AdviserAsync();
        }

        for (var i = 0; i < 30; i++)
        {
            await two.CallerAsync();
        }

        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(Task.Run(one.RouteAsync), Task.Run(two.RouteAsync), Task.Run(one.RouteAsync), Task.Run(two.RouteAsync));
        }

        var pending = await one.Read(db => db.Offers.AsNoTracking().Where(o => o.Status == OfferStatus.Pending).ToListAsync());
        Assert.Equal(12, pending.Count);
        Assert.Equal(12, pending.Select(o => o.ContactId).Distinct().Count());
        Assert.Equal(12, pending.Select(o => o.AdviserId).Distinct().Count());
        var offered = await one.Read(db => db.Contacts.AsNoTracking().CountAsync(c => c.Status == ContactStatus.Offered));
        Assert.Equal(12, offered);
        // First come, first served, although two were choosing.
        var first = await one.Read(db => db.Contacts.AsNoTracking().OrderBy(c => c.JoinedAt).ThenBy(c => c.Id).Take(12).Select(c => c.Id).ToListAsync());
        Assert.Equal(first.ToHashSet(), pending.Select(o => o.ContactId).ToHashSet());
    }

    [Fact]
    public async Task Offers_SecondPendingForAnAdviserOrContact_TheDatabaseRefuses()
    {
        using var database = new CentreDatabase();
        var time = new FakeTimeProvider(Start);
        await using var host = await CentreHost.StartAsync(database, time);
        var adviser = await host.AdviserAsync();
        var (_, contact) = await host.CallerAsync();
        var (_, other) = await host.CallerAsync();
        await host.RouteAsync();

        foreach (var id in new[] { contact, other })
        {
            var refused = await Assert.ThrowsAsync<DbUpdateException>(() => host.Read(async db =>
            {
                db.Offers.Add(Offer.Make(id, adviser, Start.UtcDateTime, TimeSpan.FromSeconds(20)));
                return await db.SaveChangesAsync();
            }));
            Assert.Equal(19, Assert.IsType<SqliteException>(refused.InnerException).SqliteErrorCode);
        }
    }
}
