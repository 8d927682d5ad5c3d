using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Helpline.Core.Common;

namespace Helpline.Core.Enquiries;

/// <summary>The hash of a secret that a link in one of our mails carries. The secret itself is only in the mail.</summary>
public sealed class EnquirySecret
{
    /// <summary>Names the row.</summary>
    public Guid Id { get; private init; } = Ids.New();

    /// <summary>The enquiry it opens.</summary>
    public EnquiryId EnquiryId { get; internal init; }

    /// <summary>SHA-256 of the secret in Base64. The secret is 256 random bits, so a plain hash cannot be undone.</summary>
    public string Hash { get; internal init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime MadeAt { get; internal init; }

    /// <summary>A new secret, fit for an address.</summary>
    internal static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash of a secret or token.</summary>
    internal static string HashOf(string secret) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
