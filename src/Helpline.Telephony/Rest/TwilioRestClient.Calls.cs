using System.Net;

namespace Helpline.Telephony.Rest;

/// <summary>Legs and queues.</summary>
internal sealed partial class TwilioRestClient
{
    /// <summary>Rings someone.</summary>
    public Task<CallResource> CreateCallAsync(CreateCall call, CancellationToken cancellation = default) =>
        PostAsync<CallResource>("Calls.json", call.Fields(), cancellation);

    /// <summary>Redirects or ends a leg; one that is over is refused with <see cref="TwilioErrorCodes.CallNotInProgress"/>.</summary>
    public Task<CallResource> UpdateCallAsync(string callSid, UpdateCall update, CancellationToken cancellation = default) =>
        PostAsync<CallResource>($"Calls/{Segment(callSid)}.json", update.Fields(), cancellation);

    /// <summary>Reads a leg, or null if there is none.</summary>
    public Task<CallResource?> FindCallAsync(string callSid, CancellationToken cancellation = default) =>
        FindAsync<CallResource>($"Calls/{Segment(callSid)}.json", cancellation);

    /// <summary>Reads who is at the two ends of a leg, or null if there is none.</summary>
    public Task<CallPartiesResource?> FindCallPartiesAsync(string callSid, CancellationToken cancellation = default) =>
        FindAsync<CallPartiesResource>($"Calls/{Segment(callSid)}.json", cancellation);

    /// <summary>Lists legs, newest first, optionally only those in progress and those begun since an instant.</summary>
    public IAsyncEnumerable<CallResource> ListCallsAsync(
        bool inProgressOnly = false, DateTime? startedFromUtc = null, CancellationToken cancellation = default) =>
        ListAsync<CallResource>(
            "Calls.json",
            "calls",
            new FormFields().Add("Status", inProgressOnly ? "in-progress" : null)
                .Add("StartTime>", startedFromUtc?.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)),
            cancellation);

    /// <summary>Makes a queue.</summary>
    public Task<QueueResource> CreateQueueAsync(string name, int maxSize, CancellationToken cancellation = default) =>
        PostAsync<QueueResource>("Queues.json", QueueFields(name, maxSize), cancellation);

    /// <summary>Renames or resizes a queue.</summary>
    public Task<QueueResource> UpdateQueueAsync(
        string queueSid, string name, int maxSize, CancellationToken cancellation = default) =>
        PostAsync<QueueResource>($"Queues/{Segment(queueSid)}.json", QueueFields(name, maxSize), cancellation);

    /// <summary>Lists the account's queues.</summary>
    public IAsyncEnumerable<QueueResource> ListQueuesAsync(CancellationToken cancellation = default) =>
        ListAsync<QueueResource>("Queues.json", "queues", new FormFields(), cancellation);

    /// <summary>Lists who waits in a queue.</summary>
    public IAsyncEnumerable<QueueMemberResource> ListMembersAsync(string queueSid, CancellationToken cancellation = default) =>
        ListAsync<QueueMemberResource>($"Queues/{Segment(queueSid)}/Members.json", "queue_members", new FormFields(), cancellation);

    /// <summary>Reads one waiting caller, or null if they no longer wait.</summary>
    public Task<QueueMemberResource?> FindMemberAsync(
        string queueSid, string callSid, CancellationToken cancellation = default) =>
        FindAsync<QueueMemberResource>(MemberPath(queueSid, callSid), cancellation);

    /// <summary>Takes one caller out of the queue to the document at <paramref name="url"/>; null if they no longer wait.</summary>
    /// <remarks>Of two racing calls one gets null: this is the test whether the caller is still there.</remarks>
    public async Task<QueueMemberResource?> DequeueAsync(
        string queueSid, string callSid, string url, CancellationToken cancellation = default)
    {
        try
        {
            return await PostAsync<QueueMemberResource>(
                MemberPath(queueSid, callSid), new FormFields().Add("Url", url).Add("Method", "POST"), cancellation);
        }
        catch (TwilioRestException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static FormFields QueueFields(string name, int maxSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxSize, 5000);
        return new FormFields().Add("FriendlyName", name).Add("MaxSize", maxSize);
    }

    private static string MemberPath(string queueSid, string callSid) =>
        $"Queues/{Segment(queueSid)}/Members/{Segment(callSid)}.json";
}
