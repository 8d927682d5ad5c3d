using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Rest;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Reconciling;

/// <summary>
/// Compares what we believe of each open call with what Twilio says, and puts right what differs. Nothing is remembered between
/// runs, so any node may run it, at any time, and two at once do no harm.
/// </summary>
internal sealed partial class Reconciler(
    IServiceScopeFactory scopes, TwilioRestClient rest, TimeProvider time, FlowMetrics metrics, ILogger<Reconciler> logger)
{
    private static readonly TimeSpan RepliesKept = TimeSpan.FromDays(1);

    /// <summary>Looks once. Returns the number of calls put right.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var outer = scopes.CreateAsyncScope();
        await outer.ServiceProvider.GetRequiredService<WebhookReplies>().ForgetAsync(RepliesKept, cancellationToken);
        var open = await outer.ServiceProvider.GetRequiredService<CallService>().OpenCallsAsync(cancellationToken);
        var talking = open.Count == 0 ? [] : await InProgressAsync(cancellationToken);
        var corrected = 0;
        foreach (var call in open)
        {
            corrected += await OneAsync(call, talking, cancellationToken) ? 1 : 0;
        }

        return corrected + await EndOrphanRoomsAsync(open, cancellationToken) + await CollectMessagesAsync(cancellationToken);
    }

    private async Task<int> CollectMessagesAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var kept = await scope.ServiceProvider.GetRequiredService<StrayMessages>().CollectAsync(cancellationToken);
        for (var i = 0; i < kept; i++)
        {
            metrics.Corrected("message");
        }

        return kept;
    }

    private async Task<bool> OneAsync(OpenCall open, HashSet<string> talking, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var calls = scope.ServiceProvider.GetRequiredService<CallService>();
            if (!open.Call.IsWithoutLine && !talking.Contains(open.Call.ProviderCallId) && await IsOverAsync(open.Call, cancellationToken))
            {
                return Corrected(await calls.CallerLeftAsync(open.Call.ProviderCallId, cancellationToken), "ended");
            }

            var repair = scope.ServiceProvider.GetRequiredService<CallRepair>();
            return Corrected(await repair.RunAsync(open, time.UtcNow() - open.StateSince, cancellationToken), "moved");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !cancellationToken.IsCancellationRequested)
        {
            // One call that cannot be put right now must not keep the others from it.
            LogFailed(open.Call.CallId.Value, failure.GetType().Name, failure);
            return false;
        }
    }

    private async Task<HashSet<string>> InProgressAsync(CancellationToken cancellationToken)
    {
        HashSet<string> sids = new(StringComparer.Ordinal);
        await foreach (var call in rest.ListCallsAsync(inProgressOnly: true, cancellation: cancellationToken))
        {
            sids.Add(call.Sid);
        }

        return sids;
    }

    // A list may lag behind; before a call is ended it is asked for by name.
    private async Task<bool> IsOverAsync(CallRef call, CancellationToken cancellationToken)
    {
        var leg = await rest.FindCallAsync(call.ProviderCallId, cancellationToken);
        return leg is null || leg.Status.IsOver();
    }

    // An adviser left in a room whose call is over: the request to drop the line was lost. Rooms of other installations are not ours.
    private async Task<int> EndOrphanRoomsAsync(IReadOnlyList<OpenCall> open, CancellationToken cancellationToken)
    {
        var ours = open.Select(c => c.Call.Room).ToHashSet(StringComparer.Ordinal);
        var ended = 0;
        foreach (var status in (string[])["init", "in-progress"])
        {
            await foreach (var conference in rest.ListConferencesAsync(status, cancellation: cancellationToken))
            {
                if (!ours.Contains(conference.FriendlyName) && await IsEndedAsync(conference.FriendlyName, cancellationToken))
                {
                    await rest.EndConferenceAsync(conference.Sid, cancellationToken);
                    ended += Corrected(true, "room") ? 1 : 0;
                }
            }
        }

        return ended;
    }

    private async Task<bool> IsEndedAsync(string room, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CallService>().FindByRoomAsync(room, cancellationToken) is { State: CallState.Ended };
    }

    private bool Corrected(bool did, string what)
    {
        if (did)
        {
            metrics.Corrected(what);
        }

        return did;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallId} could not be compared with Twilio ({Kind}); it will be tried again.")]
    private partial void LogFailed(Guid callId, string kind, Exception exception);
}
