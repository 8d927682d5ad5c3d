using Helpline.Telephony.Signing;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>A way of not being the service.</summary>
internal enum Forgery
{
    MissingHeader,
    WrongToken,

    /// <summary>Signed with the secret that only opens REST.</summary>
    ApiKeySecret,

    /// <summary>A genuine signature, of another URL.</summary>
    StaleUrl,

    /// <summary>Signed over the URL and not over the fields.</summary>
    FieldsLeftOut,

    /// <summary>A field the signer did not know was left out.</summary>
    FieldDropped,
    TrimmedValues,
    CaseInsensitiveOrder,
}

/// <summary>Makes signatures that look right and are not.</summary>
internal static class SignatureForger
{
    /// <summary>Every forgery that differs from the genuine signature of this request; null means no header at all.</summary>
    public static IReadOnlyList<(Forgery Kind, string? Signature)> All(
        SimulatorAccount account, string url, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var genuine = TwilioSignature.Compute(account.AuthToken, url, fields);
        return [.. Enum.GetValues<Forgery>().Select(k => (Kind: k, Signature: Forge(k, account, url, fields))).Where(f => f.Signature != genuine)];
    }

    private static string? Forge(
        Forgery kind, SimulatorAccount account, string url, IReadOnlyList<KeyValuePair<string, string>> fields) => kind switch
        {
            Forgery.MissingHeader => null,
            Forgery.WrongToken => TwilioSignature.Compute("not " + account.AuthToken, url, fields),
            Forgery.ApiKeySecret => TwilioSignature.Compute(account.ApiKeySecret, url, fields),
            Forgery.StaleUrl => TwilioSignature.Compute(account.AuthToken, url + "x", fields),
            Forgery.FieldsLeftOut => TwilioSignature.Compute(account.AuthToken, url),
            Forgery.FieldDropped => TwilioSignature.Compute(account.AuthToken, url, fields.Skip(1)),
            Forgery.TrimmedValues => TwilioSignature.Compute(
                account.AuthToken, url, fields.Select(f => KeyValuePair.Create(f.Key, f.Value.Trim()))),
            Forgery.CaseInsensitiveOrder => TwilioSignature.Compute(
                account.AuthToken, url + string.Concat(fields.OrderBy(f => f.Key, StringComparer.OrdinalIgnoreCase).Select(f => f.Key + f.Value))),
        };
}
