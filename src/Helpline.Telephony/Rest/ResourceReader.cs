using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpline.Telephony.Rest;

/// <summary>Reads resources from answers: snake case, numbers that may be strings, RFC 2822 dates.</summary>
internal static class ResourceReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new DateConverter(), new StatusConverter() },
    };

    /// <summary>Reads one resource.</summary>
    /// <exception cref="JsonException">What every such resource has is missing.</exception>
    public static T Read<T>(JsonElement json) =>
        json.Deserialize<T>(Options) ?? throw new JsonException($"No {typeof(T).Name} in the answer.");

    private sealed class DateConverter : JsonConverter<DateTime?>
    {
        public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Rfc2822.Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value is { } date ? Rfc2822.Format(date) : null);
    }

    private sealed class StatusConverter : JsonConverter<CallStatus>
    {
        public override CallStatus Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            CallStatusNames.Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, CallStatus value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Resources are only read.");
    }
}
