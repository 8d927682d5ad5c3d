using Helpline.Core.Calls;
using Helpline.Core.Legs;

namespace Helpline.Web.Seeding;

/// <summary>A phone provider for invented calls: it does as told and rings nobody.</summary>
internal sealed class SeedPhone : ICallControl
{
    public Task<CallControlOutcome> ConnectAsync(AdviserLeg leg, CancellationToken cancellationToken) => Done();

    public Task<CallControlOutcome> HoldAsync(CallRef call, CancellationToken cancellationToken) => Done();

    public Task<CallControlOutcome> ResumeAsync(CallRef call, CancellationToken cancellationToken) => Done();

    public Task<CallControlOutcome> EndAsync(CallRef call, CancellationToken cancellationToken) => Done();

    public Task<CallControlOutcome> HangUpAsync(CallRef call, CancellationToken cancellationToken) => Done();

    public Task<CallControlOutcome> ReleaseAdviserAsync(CallRef call, CancellationToken cancellationToken) => Done();

    public Task<CallControlOutcome> HoldForTransferAsync(CallRef call, CancellationToken cancellationToken) => Done();

    public Task<CallControlOutcome> AddLegAsync(RoomLegRef leg, CancellationToken cancellationToken) => Done();

    public Task<CallControlOutcome> SetMonitorAsync(RoomLegRef leg, MonitorMode mode, CancellationToken cancellationToken) => Done();

    public Task<CallControlOutcome> DropLegAsync(RoomLegRef leg, CancellationToken cancellationToken) => Done();

    private static Task<CallControlOutcome> Done() => Task.FromResult(CallControlOutcome.Done);
}
