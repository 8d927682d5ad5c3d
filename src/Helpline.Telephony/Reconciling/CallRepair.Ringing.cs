using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;

namespace Helpline.Telephony.Reconciling;

/// <summary>A caller who is being rung while the adviser waits in the room. That the leg is over is seen before this is asked.</summary>
internal sealed partial class CallRepair
{
    // Its first callback comes within seconds of its being made; after so long without one it never was.
    private static readonly TimeSpan NameTime = TimeSpan.FromSeconds(60);

    // Ringing, the question and the way into the room take less than half of it.
    private static readonly TimeSpan RingTime = TimeSpan.FromMinutes(3);

    private async Task<bool> RingingAsync(CallRef call, OfferId offer, TimeSpan age, CancellationToken cancellationToken)
    {
        if (call.IsWithoutLine)
        {
            return age > NameTime && await calls.CallerNotReachedAsync(offer, CallbackMissed.Fault, cancellationToken);
        }

        if (age <= RingTime)
        {
            return false;
        }

        await control.DropAsync(call.ProviderCallId, cancellationToken);
        return await calls.CallerNotReachedAsync(offer, CallbackMissed.NoAnswer, cancellationToken);
    }
}
