using Helpline.Telephony.Simulator.Calls;
using Helpline.Telephony.Simulator.Queues;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>Queues and their members.</summary>
internal static class QueuesApi
{
    public static IEnumerable<RestOperation> Operations =>
    [
        new("POST", "/Queues.json", Create, "FriendlyName MaxSize"),
        new("GET", "/Queues.json", r => RestPages.Page(r, "queues", r.World.Queues.All.Reverse().Select(q => Of(r, q)))),
        new("GET", "/Queues/{queueSid}.json", r => RestReply.Ok(Of(r, Find(r)))),
        new("POST", "/Queues/{queueSid}.json", Update, "FriendlyName MaxSize"),
        new("DELETE", "/Queues/{queueSid}.json", Delete),
        new("GET", "/Queues/{queueSid}/Members.json", Members),
        new("GET", "/Queues/{queueSid}/Members/{member}.json", r => RestReply.Ok(Of(r, Member(r)))),
        new("POST", "/Queues/{queueSid}/Members/{member}.json", Dequeue, "Url Method"),
    ];

    private static SimulatedQueue Find(RestRequest request) =>
        request.World.Queues.Find(request.Route("queueSid")) ?? throw RestError.NotFound(request.Path);

    private static QueueMember Member(RestRequest request) =>
        Find(request).Find(request.Route("member")) ?? throw RestError.NotFound(request.Path);

    private static RestReply Create(RestRequest request)
    {
        var name = request.Required("FriendlyName");
        if (name.Length > QueueRegistry.LongestName)
        {
            throw new RestError(400, 20001, "FriendlyName is too long");
        }

        if (request.World.Queues.FindByName(name) is not null)
        {
            throw new RestError(400, 22003, $"Queue friendly name {name} already exists");
        }

        return RestReply.Created(Of(request, request.World.Queues.Create(name, MaxSize(request, QueueRegistry.DefaultMaxSize))));
    }

    private static int MaxSize(RestRequest request, int otherwise) =>
        request.Number("MaxSize", otherwise, 1, QueueRegistry.LargestMaxSize);

    private static RestReply Update(RestRequest request)
    {
        var queue = Find(request);
        queue.MaxSize = MaxSize(request, queue.MaxSize);
        queue.Name = request.Text("FriendlyName") ?? queue.Name;
        return RestReply.Ok(Of(request, queue));
    }

    private static RestReply Delete(RestRequest request)
    {
        var queue = Find(request);
        if (queue.Members.Count > 0)
        {
            throw new RestError(400, 22002, "Queue is not empty");
        }

        request.World.Queues.Delete(queue);
        return RestReply.Gone;
    }

    private static RestReply Members(RestRequest request)
    {
        var now = request.World.Clock.GetUtcNow();
        return RestPages.Page(request, "queue_members", Find(request).Members.Where(m => m.Visible <= now).Select(m => Of(request, m)));
    }

    /// <summary>Takes one caller out, for good: whoever asks second finds nobody.</summary>
    private static RestReply Dequeue(RestRequest request)
    {
        var source = DocumentSource.At(
            request.Url("Url") is { Length: > 0 } url ? url : throw RestError.Missing("Url"), request.Text("Method"));
        var member = Member(request);
        var reply = Of(request, member);
        return member.Take(new Dequeuing.ToDocument(source)) ? RestReply.Ok(reply) : throw RestError.NotFound(request.Path);
    }

    private static QueueResource Of(RestRequest request, SimulatedQueue queue)
    {
        var account = request.World.Account.AccountSid;
        var now = request.World.Clock.GetUtcNow();
        return new()
        {
            AccountSid = account,
            Sid = queue.Sid,
            FriendlyName = queue.Name,
            MaxSize = queue.MaxSize,
            CurrentSize = queue.Members.Count(m => m.Visible <= now),
            AverageWaitTime = queue.AverageWait,
            DateCreated = RestJson.Date(queue.Created),
            DateUpdated = RestJson.Date(queue.Created),
            Uri = $"/2010-04-01/Accounts/{account}/Queues/{queue.Sid}.json",
        };
    }

    private static MemberResource Of(RestRequest request, QueueMember member)
    {
        var account = request.World.Account.AccountSid;
        return new()
        {
            CallSid = member.Call.Sid,
            QueueSid = member.Queue.Sid,
            Position = member.Queue.PositionOf(member),
            WaitTime = (int)(request.World.Clock.GetUtcNow() - member.Joined).TotalSeconds,
            DateEnqueued = RestJson.Date(member.Joined),
            Uri = $"/2010-04-01/Accounts/{account}/Queues/{member.Queue.Sid}/Members/{member.Call.Sid}.json",
        };
    }
}
