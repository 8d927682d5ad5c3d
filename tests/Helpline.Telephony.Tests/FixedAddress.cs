using Helpline.Telephony.Options;

namespace Helpline.Telephony.Tests;

internal sealed class FixedAddress(string baseUrl = "https://helpline.example/edge") : IPublicAddress
{
    public string BaseUrl => baseUrl;
}
