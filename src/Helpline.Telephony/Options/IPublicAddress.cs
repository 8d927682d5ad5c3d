namespace Helpline.Telephony.Options;

/// <summary>The address the telephone service reaches us at: the one place that decides it.</summary>
internal interface IPublicAddress
{
    /// <summary>Scheme, host, port unless it is the scheme's own, and any base path; no trailing slash.</summary>
    /// <exception cref="InvalidOperationException">Nothing is configured and the server has not bound an address yet.</exception>
    string BaseUrl { get; }
}
