using System.Security.Cryptography;

namespace Helpline.Web.Hosting;

/// <summary>The value that lets our own script and style elements run in this one response. New for every request.</summary>
public sealed class CspNonce
{
    public string Value { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
}
