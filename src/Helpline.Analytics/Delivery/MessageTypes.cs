using Helpline.Analytics.Messages;

namespace Helpline.Analytics.Delivery;

/// <summary>Every message analytics publishes, by the name it is kept under.</summary>
internal static class MessageTypes
{
    private static readonly Dictionary<string, Type> ByName = new[]
    {
        typeof(ContactsPublished), typeof(TotalsPublished), typeof(SatisfactionPublished),
    }.ToDictionary(type => type.Name, StringComparer.Ordinal);

    public static Type Named(string name) => ByName.TryGetValue(name, out var type)
        ? type
        : throw new InvalidOperationException("The outbox holds a message of a type this version does not know.");
}
