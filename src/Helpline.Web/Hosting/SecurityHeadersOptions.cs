namespace Helpline.Web.Hosting;

/// <summary>What staff pages may reach beyond our own origin: the softphone's signalling, when telephony is live. Public pages reach nothing.</summary>
public sealed class SecurityHeadersOptions
{
    public ICollection<string> StaffConnectSources { get; } = [];

    public ICollection<string> StaffMediaSources { get; } = [];
}
