using Helpline.Core.Advisers;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Options;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Tokens;

/// <summary>The same token for the real service and the simulated one, which reads it as strictly.</summary>
internal sealed class Softphones(VoiceAccessToken tokens, IOptions<TwilioOptions> options, TimeProvider clock) : ISoftphones
{
    /// <inheritdoc/>
    public bool MayGoWithoutSound => options.Value.Mode == TwilioMode.Simulator;

    /// <inheritdoc/>
    public SoftphonePass Issue(AdviserId adviser) => new(
        options.Value.Mode == TwilioMode.Simulator,
        tokens.Create(Labels.Identity(adviser), VoiceAccessToken.MaxLifetime),
        VoiceAccessToken.EdgeFor(options.Value.ApiBaseUrl),
        (clock.GetUtcNow() + VoiceAccessToken.MaxLifetime).UtcDateTime);
}
