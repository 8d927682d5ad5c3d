using System.ComponentModel.DataAnnotations;

namespace Helpline.Web.Hosting;

/// <summary>How often one visitor may do a thing. Section `RateLimits` of the configuration.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>
    /// Sending a form of the public site. Reading a page is not counted. One question takes about ten, and a mobile network or a
    /// school puts many people behind one address.
    /// </summary>
    public Limit PublicForms { get; init; } = new() { Permits = 150, WindowSeconds = 600 };

    /// <summary>Calls of the public JSON API.</summary>
    public Limit Api { get; init; } = new() { Permits = 120, WindowSeconds = 60 };

    /// <summary>Tries to sign in, besides the lockout of the account itself.</summary>
    public Limit SignIn { get; init; } = new() { Permits = 20, WindowSeconds = 300 };

    public sealed class Limit
    {
        [Range(1, 1_000_000)]
        public int Permits { get; init; }

        [Range(1, 86_400)]
        public int WindowSeconds { get; init; }
    }
}
