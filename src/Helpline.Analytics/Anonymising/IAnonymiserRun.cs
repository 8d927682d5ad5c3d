namespace Helpline.Analytics.Anonymising;

/// <summary>One run of the anonymiser. The host runs it by itself; seeding and tests may ask for one at once.</summary>
public interface IAnonymiserRun
{
    /// <summary>
    /// Publishes every window that has closed (the week of arrival began at least <c>Analytics:Window</c> ago), then
    /// sends what waits in the outbox. Does nothing when another node is at it.
    /// </summary>
    /// <returns>How many windows this run published.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken);
}
