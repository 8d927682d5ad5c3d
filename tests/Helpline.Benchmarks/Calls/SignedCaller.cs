using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Helpline.Benchmarks.Calls;

/// <summary>Posts webhooks as the telephone service does: signed, to the addresses our documents hand out.</summary>
internal sealed class SignedCaller(string address) : IDisposable
{
    private readonly HttpClient http = new();
    private int callers;

    /// <summary>A call rings and follows the documents until the next step is the queue. Returns the address of that step.</summary>
    public async Task<string> UpToTheQueueAsync(string callSid)
    {
        // Another caller each time: who rings again after giving up has their place again, and hears no menu.
        callers++;
        var menu = Redirect(await PostAsync(ServedHelpline.PublicBaseUrl + "/twilio/voice/incoming", callSid));
        return Redirect(await PostAsync(menu, callSid));
    }

    /// <summary>Posts one step. Returns the document.</summary>
    public async Task<string> PostAsync(string url, string callSid, params (string Name, string Value)[] more)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["AccountSid"] = "AC" + new string('1', 32),
            ["CallSid"] = callSid,
            ["CallStatus"] = "in-progress",
            ["Direction"] = "inbound",
            ["From"] = string.Create(CultureInfo.InvariantCulture, $"+447700900{callers % 1000:000}"),
            ["To"] = "+448081570100",
        };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address + url[ServedHelpline.PublicBaseUrl.Length..]);
        request.Content = new FormUrlEncodedContent(fields);
        request.Headers.Add("X-Twilio-Signature", Sign(url, fields));
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    public void Dispose() => http.Dispose();

    // What is after the # tells the service how to connect and is never sent.
    private static string Redirect(string document) =>
        XDocument.Parse(document).Descendants("Redirect").Last().Value.Split('#')[0];

#pragma warning disable CA5350 // The wire contract prescribes HMAC-SHA1.
    private static string Sign(string url, SortedDictionary<string, string> fields) => Convert.ToBase64String(HMACSHA1.HashData(
        Encoding.UTF8.GetBytes(ServedHelpline.AuthToken),
        Encoding.UTF8.GetBytes(url + string.Concat(fields.Select(f => f.Key + f.Value)))));
#pragma warning restore CA5350
}
