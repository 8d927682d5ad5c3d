namespace Helpline.Web.Hosting;

/// <summary>Arguments that are switches and no settings: the configuration would take the argument after one for its value.</summary>
public static class CommandLine
{
    private static readonly string[] Switches = ["--seed", "--again", "--migrate"];

    /// <summary>The arguments the configuration may read.</summary>
    public static string[] Settings(string[] args) => [.. args.Where(arg => !Switches.Contains(arg, StringComparer.Ordinal))];
}
