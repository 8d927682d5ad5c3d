using System.Reflection;

namespace Helpline.Web.Hosting;

/// <summary>The version and commit this program was built from.</summary>
public static class BuildVersion
{
    public static string Current { get; } =
        typeof(BuildVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The same, short enough to be kept with a count.</summary>
    public static string Abbreviated { get; } = Current.Length <= 60 ? Current : Current[..60];
}
