using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpline.Analytics.Delivery;

/// <summary>How facts and messages are kept while they wait.</summary>
internal static class FactsJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Options);

    public static T Read<T>(string body) => (T)Read(body, typeof(T));

    public static object Read(string body, Type type) => JsonSerializer.Deserialize(body, type, Options)
        ?? throw new InvalidOperationException("A stored body is empty.");
}
