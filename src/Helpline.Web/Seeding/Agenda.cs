namespace Helpline.Web.Seeding;

/// <summary>
/// Lives that go on side by side on the travelling clock. A life is a sequence of steps; what it yields is the time until its next
/// one. From <paramref name="end"/> on the clock stands still and what is under way is finished.
/// </summary>
internal sealed class Agenda(TravellingTime clock, DateTime end)
{
    private readonly PriorityQueue<IAsyncEnumerator<TimeSpan>, (DateTime At, long Order)> steps = new();
    private long order;
    private bool ended;

    /// <summary>Runs once when the end is reached, before what is under way is finished.</summary>
    public required Func<Task> AtEnd { get; init; }

    /// <summary>Begins a life at a moment, UTC.</summary>
    public void Begin(DateTime at, IAsyncEnumerable<TimeSpan> life) => Next(at, life.GetAsyncEnumerator());

    /// <summary>Begins a life at the next opportunity.</summary>
    public void Begin(IAsyncEnumerable<TimeSpan> life) => Begin(clock.GetUtcNow().UtcDateTime, life);

    /// <summary>Takes every step of every life, in the order of time.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (steps.TryDequeue(out var life, out var due))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (due.At >= end && !ended)
            {
                ended = true;
                clock.MoveTo(end);
                await AtEnd();
            }

            clock.MoveTo(due.At < end ? due.At : end);
            if (await life.MoveNextAsync())
            {
                Next(due.At + life.Current, life);
            }
            else
            {
                await life.DisposeAsync();
            }
        }
    }

    private void Next(DateTime at, IAsyncEnumerator<TimeSpan> life) => steps.Enqueue(life, (at, ++order));
}
