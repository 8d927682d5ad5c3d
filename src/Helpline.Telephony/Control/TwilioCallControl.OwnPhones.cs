using Helpline.Core.Advisers;
using Helpline.Telephony.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Telephony.Control;

/// <summary>
/// Lines to telephones of advisers' own. A participant cannot be asked for a key, so these are calls with a document of ours: whoever answers
/// is asked for one, and only then comes into the room, under the label the leg would have had anyway.
/// </summary>
internal sealed partial class TwilioCallControl
{
    /// <summary>How long an own telephone rings, in seconds; Twilio adds <see cref="RingBufferSeconds"/>. Most mailboxes take longer.</summary>
    public const int OwnPhoneRingSeconds = 15;

    /// <summary>How long the question for the key takes, in seconds: said twice, and the silence after it.</summary>
    public const int OwnPhoneAskSeconds = 20;

    private async Task<string?> OwnPhoneOfAsync(AdviserId adviser, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OwnPhoneService>().NumberOfAsync(adviser, cancellationToken);
    }

    private async Task<string> RingOwnPhoneAsync(string number, string label, string statusCallback, CancellationToken cancellationToken) =>
        (await rest.CreateCallAsync(
            new CreateCall
            {
                To = number,
                From = options.Value.CallerId,
                Url = urls.OwnPhone(label),
                // The same again: what is asked twice gets the same document, and another address could only say less.
                FallbackUrl = urls.OwnPhone(label),
                StatusCallback = statusCallback,
                Timeout = OwnPhoneRingSeconds,
            },
            cancellationToken)).Sid;
}
