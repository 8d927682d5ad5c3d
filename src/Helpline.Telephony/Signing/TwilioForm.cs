using System.Net;
using Microsoft.AspNetCore.Http;

namespace Helpline.Telephony.Signing;

/// <summary>The fields of one webhook exactly as received: names by case, values untrimmed, empty ones and repeats kept.</summary>
/// <remarks>
/// ASP.NET Core's own form folds <c>From</c> and <c>from</c> together, which breaks the signature and would let a
/// softphone's custom field pose as one of Twilio's. Handlers read this one.
/// </remarks>
internal sealed class TwilioForm(IReadOnlyList<KeyValuePair<string, string>> fields)
{
    /// <summary>A webhook without fields.</summary>
    public static TwilioForm Empty { get; } = new([]);

    /// <summary>Every field in the order received.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    /// <summary>The first value of a field, or the empty string.</summary>
    public string this[string name] => Find(name) ?? "";

    /// <summary>The first value of a field, or null where it was not sent at all.</summary>
    public string? Find(string name)
    {
        foreach (var field in fields)
        {
            if (string.Equals(field.Key, name, StringComparison.Ordinal))
            {
                return field.Value;
            }
        }

        return null;
    }

    /// <summary>The fields <see cref="TwilioSignatureFilter"/> accepted for this request.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is not behind the filter.</exception>
    public static TwilioForm Of(HttpContext context) => context.Features.Get<TwilioForm>()
        ?? throw new InvalidOperationException("This endpoint is not behind TwilioSignatureFilter.");

    /// <summary>Reads <c>application/x-www-form-urlencoded</c> text, of a body or of a query without its question mark.</summary>
    public static TwilioForm Parse(string encoded)
    {
        var read = new List<KeyValuePair<string, string>>();
        foreach (var pair in encoded.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            var value = equals < 0 ? "" : pair[(equals + 1)..];
            read.Add(new(WebUtility.UrlDecode(name), WebUtility.UrlDecode(value)));
        }

        return new TwilioForm(read);
    }
}
