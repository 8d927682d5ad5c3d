using System.Net;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>The cookies of one call.</summary>
internal sealed class CookieJar
{
    private readonly CookieContainer container = new();

    public string? For(Uri uri) => container.GetCookieHeader(uri) is { Length: > 0 } header ? header : null;

    public void Keep(Uri uri, HttpResponseMessage response)
    {
        if (!response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            return;
        }

        foreach (var cookie in cookies)
        {
            try
            {
                container.SetCookies(uri, cookie);
            }
            catch (CookieException)
            {
                // A cookie that does not parse is dropped, as any client would.
            }
        }
    }
}
