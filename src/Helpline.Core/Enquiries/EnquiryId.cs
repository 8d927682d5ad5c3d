using Helpline.Core.Common;

namespace Helpline.Core.Enquiries;

/// <summary>Names one enquiry: the thread of a question asked in writing.</summary>
/// <param name="Value">The identifier as stored.</param>
public readonly record struct EnquiryId(Guid Value)
{
    /// <summary>A new identifier.</summary>
    public static EnquiryId New() => new(Ids.New());

    /// <summary>Reads the text form; false when it is not one.</summary>
    public static bool TryParse(string? text, out EnquiryId id)
    {
        var known = Guid.TryParse(text, out var value);
        id = new(value);
        return known;
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
