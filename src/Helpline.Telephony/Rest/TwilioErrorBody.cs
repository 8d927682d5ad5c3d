using System.Text.Json;

namespace Helpline.Telephony.Rest;

/// <summary>Reads the two shapes an error comes in: Twilio's own, and RFC 9457 on some hosts.</summary>
internal static class TwilioErrorBody
{
    /// <summary>The code and the words, as far as they are there.</summary>
    public static (int? Code, string? Message) Read(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return (null, null);
            }

            int? code = root.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt32(out var value) ? value : null;
            return (code, Text(root, "message") ?? Text(root, "detail") ?? Text(root, "title"));
        }
        catch (JsonException)
        {
            // A gateway's own error page; the status says all there is to know.
            return (null, null);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
