using Helpline.Core.Common;
using Helpline.Core.Data;

namespace Helpline.Web.Seeding;

/// <summary>No console is open while months are invented.</summary>
internal sealed class SeedSilence : IConsoleNotifier
{
    public ValueTask NotifyAsync(IReadOnlyList<DomainEvent> events) => ValueTask.CompletedTask;
}
