using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Options;
using Helpline.Telephony.Rest;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Control;

/// <summary>
/// Rings callers who keep their place, once their adviser is in the room. The intent is saved first, so that nobody is rung twice for one
/// offer; the leg's name may come with the reply or with its callbacks.
/// </summary>
internal sealed partial class CallerRings(
    CallService calls, TwilioCallControl control, TwilioRestClient rest, FlowUrls urls, IOptions<TwilioOptions> options, ILogger<CallerRings> logger)
{
    /// <summary>How long the caller's telephone rings, in seconds; Twilio adds <see cref="TwilioCallControl.RingBufferSeconds"/>.</summary>
    public const int RingSeconds = 25;

    /// <summary>Rings the caller, unless that was done or the call has moved on.</summary>
    public async Task RingAsync(OfferId offer, CancellationToken cancellationToken)
    {
        if (await calls.RingOutAsync(offer, cancellationToken) is not { } ring)
        {
            return;
        }

        try
        {
            var made = await rest.CreateCallAsync(Request(ring.ThroughRelay ? Relay(ring.Number) : ring.Number, offer), cancellationToken);
            await SeenAsync(offer, made.Sid, cancellationToken);
        }
        catch (TwilioRestException failure)
        {
            LogFailed(ring.Call.CallId.Value, failure.Failure, failure.Code);
            switch (failure.Failure)
            {
                case TwilioFailure.Refused:
                    await calls.CallerNotReachedAsync(offer, CallbackMissed.Refused, cancellationToken);
                    break;
                case TwilioFailure.Busy or TwilioFailure.Unavailable:
                    await calls.CallerNotReachedAsync(offer, CallbackMissed.Fault, cancellationToken);
                    break;
                case TwilioFailure.OutcomeUnknown:
                    break;
            }
        }
    }

    /// <summary>The leg exists. One that belongs to nothing any more is dropped; false then.</summary>
    public async Task<bool> SeenAsync(OfferId offer, string legId, CancellationToken cancellationToken)
    {
        if (await calls.AdoptCallerLegAsync(offer, legId, cancellationToken))
        {
            return true;
        }

        // A conversation that has begun has forgotten that it was rung; its leg is the caller's.
        if (await calls.FindAsync(legId, cancellationToken) is not { RingsCaller: false })
        {
            await control.DropAsync(legId, cancellationToken);
        }

        return false;
    }

    /// <summary>What is dialled to reach a number through Relay UK: its prefix and the number as it is dialled inside the country.</summary>
    internal static string Relay(string number) => $"180020{number["+44".Length..]}";

    private CreateCall Request(string number, OfferId offer) => new()
    {
        To = number,
        From = options.Value.CallerId,
        Url = urls.Ring(offer, Paths.RingBack),
        FallbackUrl = urls.Fallback,
        StatusCallback = urls.Ring(offer, Paths.RingLeg),
        Timeout = RingSeconds,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Call {CallId}: the caller could not be rung ({Failure}, code {Code}).")]
    private partial void LogFailed(Guid callId, TwilioFailure failure, int? code);
}
