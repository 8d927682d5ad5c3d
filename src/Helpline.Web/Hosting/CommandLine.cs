namespace Helpline.Web.Hosting;

/// <summary>Arguments that are switches and no settings: the configuration would take the argument after one for its value.</summary>
public static class CommandLine
{
    private static readonly string[] Switches = ["--seed", "--again", "--migrate", FallbackDocumentCommand.Flag];

    /// <summary>The arguments the configuration may read: neither switches nor the path that belongs to one.</summary>
    public static string[] Settings(string[] args) =>
        [.. args.Where((arg, i) => !Switches.Contains(arg, StringComparer.Ordinal) && (i == 0 || args[i - 1] != FallbackDocumentCommand.Flag))];
}
