using System.Text;
using Helpline.Core.Advisers;
using Helpline.Core.Callbacks;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Advisers;

/// <summary>Where advisers are rung, and that nobody is available in a browser whose microphone and ringer were not tried.</summary>
public sealed class OwnPhoneServiceTests : IAsyncLifetime
{
    private readonly CentreDatabase database = new();
    private CentreHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, new FakeTimeProvider());

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task UseAsync_RingableNumber_IsKeptAsDialledChangedAndForgotten()
    {
        var adviser = await host.AdviserAsync();

        Assert.Equal(UkNumberOutcome.Ringable, await UseAsync(adviser, "07700 900 456"));
        Assert.Equal("+447700900456", await NumberAsync(adviser));
        Assert.Equal("the number that ends in 456", OwnPhone.Masked("+447700900456"));
        Assert.Equal(UkNumberOutcome.Ringable, await UseAsync(adviser, "+44 20 7946 0123"));
        Assert.Equal("+442079460123", await NumberAsync(adviser));
        Assert.True(await BrowserAsync(adviser, soundTried: true));

        Assert.Null(await NumberAsync(adviser));
        Assert.Equal(0, await host.Read(db => db.OwnPhones.CountAsync(Stop)));
    }

    [Theory]
    [InlineData("", UkNumberOutcome.NotWhole)]
    [InlineData("07700 900", UkNumberOutcome.NotWhole)]
    [InlineData("0909 879 0123", UkNumberOutcome.Premium)]
    [InlineData("+33 1 99 00 12 34", UkNumberOutcome.Abroad)]
    public async Task UseAsync_NumberThatCannotBeRung_ChangesNothing(string text, UkNumberOutcome why)
    {
        var adviser = await host.AdviserAsync();
        await UseAsync(adviser, "07700 900 456");

        Assert.Equal(why, await UseAsync(adviser, text));

        Assert.Equal("+447700900456", await NumberAsync(adviser));
    }

    [Fact]
    public async Task UseAsync_Number_IsNotReadableInTheFile()
    {
        await UseAsync(await host.AdviserAsync(), "07700 900 654");
        await host.DisposeAsync();

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(database.Folder, "helpline.db*"))
        {
            Assert.DoesNotContain("7700900654", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Stop)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DeclareAsync_AvailableInABrowserThatWasNotTried_IsRefused()
    {
        var adviser = await host.AdviserAsync();
        Assert.Equal(DeclareOutcome.Done, await DeclareAsync(adviser, Presence.Away, soundTried: false));

        Assert.Equal(DeclareOutcome.NotTried, await DeclareAsync(adviser, Presence.Available, soundTried: false));

        Assert.Equal(Presence.Away, await PresenceAsync(adviser));
        Assert.Equal(DeclareOutcome.Done, await DeclareAsync(adviser, Presence.Available, soundTried: true));
        Assert.Equal(Presence.Available, await PresenceAsync(adviser));
    }

    [Fact]
    public async Task DeclareAsync_AvailableOnAnOwnPhone_NeedsNoTrial()
    {
        var adviser = await host.AdviserAsync();
        await DeclareAsync(adviser, Presence.Offline, soundTried: false);
        await UseAsync(adviser, "07700 900 456");

        Assert.Equal(DeclareOutcome.Done, await DeclareAsync(adviser, Presence.Available, soundTried: false));
    }

    [Fact]
    public async Task DeclareAsync_WhoIsAvailableAlready_StaysSo()
    {
        var adviser = await host.AdviserAsync();

        Assert.Equal(DeclareOutcome.Done, await DeclareAsync(adviser, Presence.Available, soundTried: false));

        Assert.Equal(Presence.Available, await PresenceAsync(adviser));
    }

    [Fact]
    public async Task DeclareAsync_NobodyOfThatName_IsSaid() =>
        Assert.Equal(DeclareOutcome.UnknownAdviser, await DeclareAsync(AdviserId.New(), Presence.Available, soundTried: true));

    [Fact]
    public async Task UseBrowserAsync_AvailableAndNotTried_StaysOnThePhone()
    {
        var adviser = await host.AdviserAsync();
        await UseAsync(adviser, "07700 900 456");

        Assert.False(await BrowserAsync(adviser, soundTried: false));
        Assert.NotNull(await NumberAsync(adviser));

        await DeclareAsync(adviser, Presence.Away, soundTried: false);
        Assert.True(await BrowserAsync(adviser, soundTried: false));
        Assert.Null(await NumberAsync(adviser));
    }

    private Task<UkNumberOutcome> UseAsync(AdviserId adviser, string text) =>
        host.Do<OwnPhoneService, UkNumberOutcome>(s => s.UseAsync(adviser, text, Stop));

    private Task<bool> BrowserAsync(AdviserId adviser, bool soundTried) => host.Do<OwnPhoneService, bool>(s => s.UseBrowserAsync(adviser, soundTried, Stop));

    private Task<string?> NumberAsync(AdviserId adviser) => host.Do<OwnPhoneService, string?>(s => s.NumberOfAsync(adviser, Stop));

    private Task<DeclareOutcome> DeclareAsync(AdviserId adviser, Presence presence, bool soundTried) =>
        host.Do<AdviserService, DeclareOutcome>(s => s.DeclareAsync(adviser, presence, null, soundTried, Stop));

    private Task<Presence> PresenceAsync(AdviserId adviser) => host.Read(db => db.Advisers.Where(a => a.Id == adviser).Select(a => a.Presence).SingleAsync(Stop));
}
