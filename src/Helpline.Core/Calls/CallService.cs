using Helpline.Core.Callbacks;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Core.Surges;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Helpline.Core.Calls;

/// <summary>
/// What the phone door tells Core. Everything here may be told twice, late or out of order: a step that is past does nothing and
/// says so. One commit each, so that nothing is acknowledged before it is durable.
/// </summary>
public sealed partial class CallService(
    HelplineDbContext db,
    ICallControl callControl,
    EnquirerKeys enquirerKeys,
    IReplyDates replyDates,
    SurgeBoard surges,
    TimeProvider time,
    IOptions<RoutingOptions> options,
    IOptions<CallbackOptions> callbackOptions)
{
    /// <summary>A call reached us. Told twice, it is the same call.</summary>
    /// <param name="providerCallId">The provider's name for the caller's leg.</param>
    /// <param name="callerNumber">The number in E.164; null when withheld or not a number.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<CallRef> StartVoiceAsync(string providerCallId, string? callerNumber, CancellationToken cancellationToken)
    {
        if (await FindAsync(providerCallId, cancellationToken) is { } known)
        {
            return known;
        }

        var now = time.UtcNow();
        var contact = Contact.ArriveByVoice(now);
        contact.Identify(null, callerNumber, null, await enquirerKeys.ForAsync(callerNumber, cancellationToken));
        var call = Call.Start(contact.Id, providerCallId, now);
        db.Contacts.Add(contact);
        db.Calls.Add(call);
        return await db.TrySaveAsync(cancellationToken)
            ? CallRef.Of(call)
            : await FindAsync(providerCallId, cancellationToken) ?? throw new InvalidOperationException("The call was neither saved nor found.");
    }

    /// <summary>The call as it is now; null when never heard of.</summary>
    public async Task<CallRef?> FindAsync(string providerCallId, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.ProviderCallId == providerCallId, cancellationToken);
        return call is null ? null : CallRef.Of(call);
    }

    /// <summary>The call behind an accepted offer; null when it has moved on.</summary>
    public async Task<CallRef?> FindByOfferAsync(OfferId offerId, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.OfferId == offerId, cancellationToken);
        return call is null ? null : CallRef.Of(call);
    }

    /// <summary>The call in a room; null when there is none.</summary>
    public async Task<CallRef?> FindByRoomAsync(string room, CancellationToken cancellationToken)
    {
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Room == room, cancellationToken);
        return call is null ? null : CallRef.Of(call);
    }

    /// <summary>Every call that is not over, with its accepted offer, for the reconciler.</summary>
    public async Task<IReadOnlyList<OpenCall>> OpenCallsAsync(CancellationToken cancellationToken)
    {
        var calls = await (
            from call in db.Calls.AsNoTracking()
            join contact in db.Contacts.AsNoTracking() on call.ContactId equals contact.Id
            where call.State != CallState.Ended
            select new { Call = call, contact.AdviserId }).ToListAsync(cancellationToken);
        return [.. calls.Select(c => new OpenCall(CallRef.Of(c.Call), c.Call.OfferId, c.AdviserId, c.Call.StateSince, c.Call.HeldSince is not null))];
    }

    /// <summary>The caller named a topic, or its group, by keypad or speech. False when the call has moved on.</summary>
    public Task<bool> SetTopicAsync(string providerCallId, string? topicId, string topicGroupId, CancellationToken cancellationToken) =>
        ChangeAsync(providerCallId, (call, contact) => BeforeAnswer(call, () => contact.SetTopic(topicId, topicGroupId)), cancellationToken);

    /// <summary>The caller named an area. False when the call has moved on.</summary>
    public Task<bool> SetPlaceAsync(string providerCallId, string? authorityCode, string? regionCode, CancellationToken cancellationToken) =>
        ChangeAsync(providerCallId, (call, contact) => BeforeAnswer(call, () => contact.SetPlace(authorityCode, regionCode)), cancellationToken);

    /// <summary>The caller joins the queue. False when the call has moved on.</summary>
    public Task<bool> JoinQueueAsync(string providerCallId, CancellationToken cancellationToken) =>
        ChangeAsync(providerCallId, (call, contact) => JoinAsync(call, contact, cancellationToken), cancellationToken);

    /// <summary>Keeps the provider's name for the queue the caller waits in. False when the call is not in the queue.</summary>
    public Task<bool> NoteQueueAsync(string providerCallId, string providerQueueId, CancellationToken cancellationToken) =>
        ChangeAsync(
            providerCallId,
            (call, _) =>
            {
                if (call.State == CallState.Queued && call.ProviderQueueId != providerQueueId)
                {
                    call.NoteQueue(providerQueueId);
                }

                return call.State == CallState.Queued;
            },
            cancellationToken);

    /// <summary>The caller is about to leave a message. False when the call has moved on, for instance to an adviser.</summary>
    public Task<bool> StartVoicemailAsync(string providerCallId, CancellationToken cancellationToken) =>
        ChangeAsync(
            providerCallId,
            (call, contact) =>
            {
                var now = time.UtcNow();
                if (contact.Status != ContactStatus.Waiting || !call.LeaveMessage(now))
                {
                    return false;
                }

                contact.BeginMessage(now);
                return true;
            },
            cancellationToken);

    /// <summary>A message was left: it becomes work in the queue, or lies with the call of a caller whom we promised to ring. False when it is known already, or somebody has spoken to the caller.</summary>
    /// <param name="providerCallId">The provider's name for the caller's leg.</param>
    /// <param name="recordingId">The provider's name for the message.</param>
    /// <param name="seconds">Its length.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<bool> KeepVoicemailAsync(string providerCallId, string recordingId, int seconds, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var call = await db.Calls.SingleOrDefaultAsync(c => c.ProviderCallId == providerCallId, cancellationToken);
                var contact = call is null ? null : await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken);
                if (call is not { RecordingId: null } || contact is null)
                {
                    return false;
                }

                var now = time.UtcNow();
                if (call.RingsCaller)
                {
                    // Left while we were away, after we had promised to ring: that holds, and the adviser who rings can hear it.
                    call.KeepMessage(recordingId, seconds, now);
                    return true;
                }

                if (!MayBecomeVoicemail(contact))
                {
                    return false;
                }

                if (contact.Status == ContactStatus.Offered)
                {
                    // Left while we were away and taken for waiting since: what rings is a caller who is not there.
                    await WithdrawOfferAsync(contact, now, cancellationToken);
                    contact.Abandon(now);
                }

                call.KeepMessage(recordingId, seconds, now);
                contact.BecomeVoicemail(now, await replyDates.DueAtAsync(now, cancellationToken: cancellationToken));
                return true;
            },
            cancellationToken);

    /// <summary>
    /// Of calls that the provider has a message of, those we know no message of: never heard of, or not spoken with and without one. For
    /// the reconciler; at most a few hundred at once.
    /// </summary>
    public async Task<IReadOnlySet<string>> WithoutMessageAsync(IReadOnlyCollection<string> providerCallIds, CancellationToken cancellationToken)
    {
        var settled = await (
            from call in db.Calls.AsNoTracking()
            join contact in db.Contacts.AsNoTracking() on call.ContactId equals contact.Id
            where providerCallIds.Contains(call.ProviderCallId)
                && (call.RecordingId != null || (!call.RingsCaller && (!contact.IsLive || contact.AnsweredBy != null
                    || !(contact.Status == ContactStatus.Waiting || contact.Status == ContactStatus.Offered || contact.Status == ContactStatus.Abandoned))))
            select call.ProviderCallId).ToListAsync(cancellationToken);
        return providerCallIds.Except(settled, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    // After a conversation, or while one is being joined, what was recorded is no message.
    private static bool MayBecomeVoicemail(Contact contact) => contact is
    {
        IsVoicemail: false,
        IsLive: true,
        AnsweredBy: null,
        Status: ContactStatus.Waiting or ContactStatus.Offered or ContactStatus.Abandoned,
    };

    private static bool BeforeAnswer(Call call, Action change)
    {
        if (call.State is not (CallState.InFlow or CallState.Queued))
        {
            return false;
        }

        change();
        return true;
    }

    // A contact that joined before, and was interrupted or passed on since, keeps the adviser it is meant for.
    private async Task<bool> JoinAsync(Call call, Contact contact, CancellationToken cancellationToken)
    {
        var now = time.UtcNow();
        if (!call.Queue(now))
        {
            return false;
        }

        if (contact.JoinedAt is null)
        {
            await AskAgainAsync(contact, now, cancellationToken);
        }

        contact.JoinQueue(now);
        return true;
    }

    private async Task AskAgainAsync(Contact contact, DateTime now, CancellationToken cancellationToken) =>
        contact.AskAgain(await SameAdviser.OfAsync(db, contact, now, options.Value.SameAdviserWithin, cancellationToken));

    private Task<bool> ChangeAsync(string providerCallId, Func<Call, Contact, bool> change, CancellationToken cancellationToken) =>
        ChangeAsync(providerCallId, (call, contact) => Task.FromResult(change(call, contact)), cancellationToken);

    private Task<bool> ChangeAsync(string providerCallId, Func<Call, Contact, Task<bool>> change, CancellationToken cancellationToken) =>
        db.SaveWithRetryAsync(
            async () =>
            {
                var call = await db.Calls.SingleOrDefaultAsync(c => c.ProviderCallId == providerCallId, cancellationToken);
                return call is not null && await change(call, await db.Contacts.SingleAsync(c => c.Id == call.ContactId, cancellationToken));
            },
            cancellationToken);
}
