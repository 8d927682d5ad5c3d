using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Helpline.Telephony.Options;

/// <summary>Stops the start with the key that is missing or malformed; values are never repeated in the message.</summary>
internal sealed partial class TwilioOptionsValidator(IHostEnvironment environment) : IValidateOptions<TwilioOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private IEnumerable<string> Failures(TwilioOptions options)
    {
        var live = options.Mode == TwilioMode.Live;
        if (!live && environment.IsProduction())
        {
            yield return "Twilio:Mode must be Live in Production: the simulator lets anyone place calls.";
        }

        foreach (var failure in Credentials(options))
        {
            yield return failure;
        }

        if (!IsWebAddress(options.ApiBaseUrl) && (live || !options.ApiBaseUrl.StartsWith('/')))
        {
            yield return "Twilio:ApiBaseUrl must be an absolute http or https address without query or fragment.";
        }

        if (options.PublicBaseUrl.Length == 0 && live)
        {
            yield return "Twilio:PublicBaseUrl is required: it is the address Twilio signs.";
        }
        else if (options.PublicBaseUrl.Length > 0 && !IsWebAddress(options.PublicBaseUrl))
        {
            yield return "Twilio:PublicBaseUrl must be an absolute http or https address without query, fragment or credentials.";
        }

        if (!E164().IsMatch(options.CallerId))
        {
            yield return "Twilio:CallerId is required: the number our outbound legs present, in E.164.";
        }

        if (options.TextNumber.Length > 0 && !E164().IsMatch(options.TextNumber))
        {
            yield return "Twilio:TextNumber must be in E.164: the number our texts come from.";
        }
    }

    private static IEnumerable<string> Credentials(TwilioOptions options)
    {
        if (!IsSid("AC", options.AccountSid))
        {
            yield return "Twilio:AccountSid is required: AC and 32 hexadecimal digits.";
        }

        if (string.IsNullOrWhiteSpace(options.AuthToken))
        {
            yield return "Twilio:AuthToken is required: without it no webhook can be trusted.";
        }

        if (!IsSid("SK", options.ApiKeySid))
        {
            yield return "Twilio:ApiKeySid is required: SK and 32 hexadecimal digits.";
        }

        if (string.IsNullOrWhiteSpace(options.ApiKeySecret))
        {
            yield return "Twilio:ApiKeySecret is required.";
        }

        if (!IsSid("AP", options.TwimlAppSid))
        {
            yield return "Twilio:TwimlAppSid is required: AP and 32 hexadecimal digits.";
        }
    }

    private static bool IsSid(string prefix, string value) =>
        value.StartsWith(prefix, StringComparison.Ordinal) && Sid().IsMatch(value);

    private static bool IsWebAddress(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri is { Query: "", Fragment: "", UserInfo: "" };

    [GeneratedRegex(@"\A[A-Z]{2}[0-9a-fA-F]{32}\z")]
    private static partial Regex Sid();

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z")]
    private static partial Regex E164();
}
