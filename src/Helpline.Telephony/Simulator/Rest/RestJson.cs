using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helpline.Telephony.Simulator.Rest;

/// <summary>The service's JSON: snake_case, nulls present, dates in RFC 2822.</summary>
internal static class RestJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonArray Array<T>(IEnumerable<T> items) =>
        new([.. items.Select(item => JsonSerializer.SerializeToNode(item, item!.GetType(), Options))]);

    public static string? Date(DateTimeOffset? at) =>
        at?.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    public static string Seconds(TimeSpan time) => ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
