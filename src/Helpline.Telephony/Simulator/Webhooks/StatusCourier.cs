namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>
/// Delivers status callbacks the way the real service does at its worst: late, out of order, twice or not at all. Nothing the
/// app answers is executed.
/// </summary>
internal sealed class StatusCourier(SimulatorWorld world)
{
    private readonly List<WebhookRequest> lost = [];
    private Task inOrder = Task.CompletedTask;

    /// <summary>Callbacks the seed chose to lose.</summary>
    public IReadOnlyList<WebhookRequest> Lost => lost;

    /// <summary>Sends a callback; the error code (15003, 16011) is noted when the app answers with a failure.</summary>
    public void Post(WebhookRequest request, int errorCode)
    {
        var chaos = world.Options.Chaos;
        if (world.Chance(chaos.CallbackDropRate))
        {
            lost.Add(request);
            return;
        }

        if (chaos.CallbackDelayMax == TimeSpan.Zero)
        {
            // Without delays nothing is late, and so nothing out of order.
            var (before, done) = (inOrder, new TaskCompletionSource());
            inOrder = done.Task;
            world.Background(() => AfterAsync(before, request, errorCode, done));
            return;
        }

        world.Background(() => DeliverAsync(request, errorCode));
        if (world.Chance(chaos.CallbackDuplicateRate))
        {
            world.Background(() => DeliverAsync(request, errorCode));
        }
    }

    private async Task AfterAsync(Task before, WebhookRequest request, int errorCode, TaskCompletionSource done)
    {
        try
        {
            await before;
            await DeliverAsync(request, errorCode);
        }
        finally
        {
            done.TrySetResult();
        }
    }

    private async Task DeliverAsync(WebhookRequest request, int errorCode)
    {
        var chaos = world.Options.Chaos;
        await world.PauseAsync(world.Between(chaos.CallbackDelayMin, chaos.CallbackDelayMax), world.Stopping);
        var reply = await world.Webhooks.SendAsync(request, world.Stopping);
        // An event about an event that failed would go on for ever.
        if (!reply.Ok && request.Json is null)
        {
            world.Report.Note(
                $"{errorCode}", request.Sid, $"status callback to {SimulatorWorld.Redact(request.Url)} failed: {reply.ErrorCode ?? reply.Status}");
        }
    }
}
