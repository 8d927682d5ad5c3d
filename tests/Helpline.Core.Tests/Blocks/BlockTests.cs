using Helpline.Core.Advisers;
using Helpline.Core.Blocks;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Blocks;

/// <summary>A block is proposed from an ending, decided by somebody else, holds through its last day and is never of a withheld number.</summary>
public sealed class BlockTests : IAsyncLifetime
{
    private readonly CentreDatabase database = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 15, 0, 0, TimeSpan.Zero));
    private CentreHost host = null!;

    public async ValueTask InitializeAsync() => host = await CentreHost.StartAsync(database, time);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        database.Dispose();
    }

    private const string Number = "+447700900155";

    [Fact]
    public async Task Block_ApprovedByAnother_TurnsCallsAwayThroughItsLastDayAndNoLonger()
    {
        var (contactId, adviser) = await EndedAsync(Number, "abusive");
        var supervisor = await host.AdviserAsync();
        Assert.Equal(ProposeBlockOutcome.Proposed, await ProposeAsync(contactId, adviser));
        Assert.Equal(ProposeBlockOutcome.AlreadyProposed, await ProposeAsync(contactId, adviser));
        Assert.Null(await TurnAwayAsync(Number));
        var block = Assert.Single(await ListAsync());
        Assert.Equal(DecideBlockOutcome.OwnProposal, await ApproveAsync(block.Id, 30, adviser));
        Assert.Equal(DecideBlockOutcome.TooLong, await ApproveAsync(block.Id, 366, supervisor));
        Assert.Equal(DecideBlockOutcome.DayPast, await ApproveAsync(block.Id, -1, supervisor));

        Assert.Equal(DecideBlockOutcome.Done, await ApproveAsync(block.Id, 30, supervisor));

        Assert.Equal(DecideBlockOutcome.AlreadyDecided, await ApproveAsync(block.Id, 30, supervisor));
        Assert.Equal(new DateOnly(2026, 12, 24), await TurnAwayAsync(Number));
        Assert.Null(await TurnAwayAsync("+447700900156"));
        Assert.Equal(1, Assert.Single(await ListAsync()).TurnedAway);
        time.SetUtcNow(new DateTimeOffset(2026, 12, 24, 23, 59, 59, TimeSpan.Zero));
        Assert.NotNull(await TurnAwayAsync(Number));
        time.SetUtcNow(new DateTimeOffset(2026, 12, 25, 0, 0, 0, TimeSpan.Zero));
        Assert.Null(await TurnAwayAsync(Number));
        Assert.Empty(await ListAsync());
        var said = await host.Read(db => db.Timeline.AsNoTracking().Where(t => t.Kind == nameof(BlockChanged)).OrderBy(t => t.At).Select(t => t.Code).ToListAsync());
        Assert.Equal(["proposed", "approved"], said);
    }

    [Fact]
    public async Task Block_TurnedAwayCall_IsRecordedAsBlockedAndOfferedToNobody()
    {
        await BlockedAsync();
        var (sid, contactId) = await RingAsync(Number);

        Assert.NotNull(await host.Do<BlockedCalls, DateOnly?>(b => b.TurnAwayAsync(sid, default)));

        var contact = await host.Read(db => db.Contacts.AsNoTracking().SingleAsync(c => c.Id == contactId));
        Assert.Equal((ContactStatus.Closed, Contact.BlockedCode, true, (DateTime?)null), (contact.Status, contact.DispositionCode, contact.IsNonData, contact.JoinedAt));
        Assert.False(await host.Do<CallService, bool>(s => s.JoinQueueAsync(sid, default)));
        await host.BeatAsync();
        Assert.Equal(0, await host.RouteAsync());
    }

    [Fact]
    public async Task Block_Lifted_LetsTheNumberThroughAtOnce()
    {
        var supervisor = await BlockedAsync();
        var block = Assert.Single(await ListAsync());

        Assert.Equal(DecideBlockOutcome.Done, await host.Do<BlockService, DecideBlockOutcome>(s => s.LiftAsync(block.Id, supervisor, default)));

        Assert.Null(await TurnAwayAsync(Number));
        Assert.Equal(DecideBlockOutcome.AlreadyDecided, await host.Do<BlockService, DecideBlockOutcome>(s => s.LiftAsync(block.Id, supervisor, default)));
    }

    [Theory]
    [InlineData(null, "abusive", false, ProposeBlockOutcome.NumberWithheld)]
    [InlineData(Number, "silent", false, ProposeBlockOutcome.NotThisEnding)]
    [InlineData(Number, "hoax", true, ProposeBlockOutcome.Safeguarding)]
    public async Task ProposeAsync_WhereItMayNot_IsRefused(string? number, string ending, bool safeguarding, ProposeBlockOutcome expected)
    {
        var (contactId, adviser) = await EndedAsync(number, ending);
        if (safeguarding)
        {
            await host.Read(db => db.Contacts.Where(c => c.Id == contactId).ExecuteUpdateAsync(s => s.SetProperty(c => c.Priority, PriorityClass.Safeguarding)));
        }

        Assert.Equal(expected, await ProposeAsync(contactId, adviser));
        Assert.Equal(ProposeBlockOutcome.NotYours, await ProposeAsync(contactId, AdviserId.New()));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Block_AsStored_HoldsNeitherNumberNorNoteInTheOpen()
    {
        var (contactId, adviser) = await EndedAsync(Number, "abusive");
        await ProposeAsync(contactId, adviser);

        var stored = await host.Read(db => db.Database.SqlQuery<string>($"SELECT EnquirerKey || Note AS Value FROM Blocks").SingleAsync());

        Assert.DoesNotContain(Number, stored, StringComparison.Ordinal);
        Assert.DoesNotContain("shouted", stored, StringComparison.Ordinal);
    }

    private async Task<AdviserId> BlockedAsync()
    {
        var (contactId, adviser) = await EndedAsync(Number, "abusive");
        var supervisor = await host.AdviserAsync();
        await ProposeAsync(contactId, adviser);
        await ApproveAsync(Assert.Single(await ListAsync()).Id, 30, supervisor);
        return supervisor;
    }

    private async Task<(ContactId Contact, AdviserId Adviser)> EndedAsync(string? number, string ending)
    {
        var adviser = await host.AdviserAsync();
        var (sid, contactId) = await host.CallerAsync(number: number);
        await host.RouteAsync();
        await host.TalkAsync(adviser, sid);
        await host.Do<ContactService, ContactOutcome>(s => s.EndWithoutEnquiryAsync(contactId, adviser, ending, default));
        return (contactId, adviser);
    }

    private async Task<(string Sid, ContactId Contact)> RingAsync(string number)
    {
        var sid = $"CA{Guid.NewGuid():n}";
        var call = await host.Do<CallService, CallRef>(s => s.StartVoiceAsync(sid, number, default));
        return (sid, call.ContactId);
    }

    private async Task<DateOnly?> TurnAwayAsync(string number)
    {
        var (sid, _) = await RingAsync(number);
        return await host.Do<BlockedCalls, DateOnly?>(b => b.TurnAwayAsync(sid, default));
    }

    private Task<ProposeBlockOutcome> ProposeAsync(ContactId contact, AdviserId by) =>
        host.Do<BlockService, ProposeBlockOutcome>(s => s.ProposeAsync(contact, "They shouted.", by, default));

    private Task<DecideBlockOutcome> ApproveAsync(BlockId id, int days, AdviserId by) =>
        host.Do<BlockService, DecideBlockOutcome>(s => s.ApproveAsync(id, time.LondonToday().AddDays(days), by, default));

    private Task<IReadOnlyList<BlockView>> ListAsync() => host.Do<BlockQueries, IReadOnlyList<BlockView>>(q => q.ListAsync(default));
}
