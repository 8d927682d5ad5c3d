using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Helpline.Telephony.Rest;

/// <summary>The part of Twilio's REST API we use. Every failure is a <see cref="TwilioRestException"/>.</summary>
/// <remarks>There is no idempotency key: save the intent before a POST, and after OutcomeUnknown adopt its effect.</remarks>
internal sealed partial class TwilioRestClient(TwilioTransport transport)
{
    private const int PageSize = 1000;

    private async Task<T> PostAsync<T>(string path, FormFields fields, CancellationToken cancellation)
    {
        using var answer = await transport.SendAsync(HttpMethod.Post, path, fields, cancellation);
        try
        {
            return ResourceReader.Read<T>(answer?.RootElement ?? throw new JsonException("No resource in the answer."));
        }
        catch (JsonException unreadable)
        {
            throw new TwilioRestException(TwilioFailure.OutcomeUnknown, null, null, null, unreadable);
        }
    }

    private async Task<T?> FindAsync<T>(string path, CancellationToken cancellation)
        where T : class
    {
        try
        {
            using var answer = await transport.SendAsync(HttpMethod.Get, path, null, cancellation);
            return answer is null ? null : Read<T>(answer.RootElement);
        }
        catch (TwilioRestException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    // Whether there was anything to delete. After a lost answer the second try finds nothing, which is as good.
    private async Task<bool> DeleteAsync(string path, CancellationToken cancellation)
    {
        try
        {
            using var answer = await transport.SendAsync(HttpMethod.Delete, path, null, cancellation);
            return true;
        }
        catch (TwilioRestException missing) when (missing.Status == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private async IAsyncEnumerable<T> ListAsync<T>(
        string path, string items, FormFields fields, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var page = await transport.SendAsync(HttpMethod.Get, path, fields.Add("PageSize", PageSize), cancellation);
        while (page is not null)
        {
            string? next;
            using (page)
            {
                if (!page.RootElement.TryGetProperty(items, out var list) || list.ValueKind != JsonValueKind.Array)
                {
                    throw new TwilioRestException(TwilioFailure.Unavailable, null, null, "The page holds no list.");
                }

                foreach (var item in list.EnumerateArray())
                {
                    yield return Read<T>(item);
                }

                next = page.RootElement.TryGetProperty("next_page_uri", out var uri) ? uri.GetString() : null;
            }

            page = string.IsNullOrEmpty(next) ? null : await transport.FollowAsync(next, cancellation);
        }
    }

    private static T Read<T>(JsonElement json)
    {
        try
        {
            return ResourceReader.Read<T>(json);
        }
        catch (JsonException unreadable)
        {
            throw new TwilioRestException(TwilioFailure.Unavailable, null, null, null, unreadable);
        }
    }

    private static string Segment(string id) => string.IsNullOrEmpty(id) || id is "." or ".."
        ? throw new ArgumentException("A resource needs an id.", nameof(id))
        : Uri.EscapeDataString(id);
}
