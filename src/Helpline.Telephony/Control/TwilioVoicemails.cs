using Helpline.Core.Calls;
using Helpline.Telephony.Rest;

namespace Helpline.Telephony.Control;

/// <summary>Fetches messages from the telephone service under our own credentials; a browser never sees its address.</summary>
internal sealed class TwilioVoicemails(TwilioRestClient twilio) : IVoicemails
{
    public async Task<byte[]?> FetchAsync(string recordingId, CancellationToken cancellationToken)
    {
        try
        {
            return await twilio.FindRecordingSoundAsync(recordingId, cancellationToken);
        }
        catch (TwilioRestException)
        {
            return null;
        }
    }
}
