using Helpline.Core.Common;

namespace Helpline.Core.Enquiries;

/// <summary>What somebody has filled in so far on the way to asking a question. Short-lived; known only to the browser that holds its key.</summary>
public sealed class EnquiryJourney : Entity
{
    private EnquiryJourney()
    {
    }

    /// <summary>Hash of the journey's key.</summary>
    public string KeyHash { get; private init; } = "";

    /// <summary>The answers so far, as the pages write them; encrypted.</summary>
    public string State { get; internal set; } = "";

    /// <summary>When it is forgotten, UTC.</summary>
    public DateTime ExpiresAt { get; internal set; }

    /// <summary>A new journey.</summary>
    internal static EnquiryJourney Start(string keyHash, string state, DateTime expiresAt) =>
        new() { KeyHash = keyHash, State = state, ExpiresAt = expiresAt };
}
