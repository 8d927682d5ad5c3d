using System.Globalization;
using System.Xml.Linq;

namespace Helpline.Telephony.Simulator.Twiml;

/// <summary>Attributes with the service's defaults.</summary>
internal static class XElementReading
{
    public static string? Text(this XElement element, string name) => element.Attribute(name)?.Value;

    /// <summary>A URL attribute; empty counts as given (silence) and null as absent.</summary>
    public static string Method(this XElement element, string name) => element.Attribute(name)?.Value ?? "POST";

    public static int Number(this XElement element, string name, int otherwise) =>
        int.TryParse(element.Attribute(name)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;

    public static TimeSpan Seconds(this XElement element, string name, int otherwise) =>
        TimeSpan.FromSeconds(element.Number(name, otherwise));

    public static bool Flag(this XElement element, string name, bool otherwise) => element.Attribute(name)?.Value switch
    {
        "true" => true,
        "false" => false,
        _ => otherwise,
    };

    public static string[] Words(this XElement element, string name) =>
        element.Attribute(name)?.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
}
