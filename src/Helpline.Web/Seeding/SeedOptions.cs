using System.Globalization;

namespace Helpline.Web.Seeding;

/// <summary>What was asked for on the command line.</summary>
internal sealed record SeedOptions
{
    public const string Flag = "--seed";

    /// <summary>About how many contacts (<c>--contacts N</c>).</summary>
    public int Contacts { get; init; } = 4_000;

    /// <summary>Over how many weeks, up to now (<c>--weeks N</c>).</summary>
    public int Weeks { get; init; } = 26;

    /// <summary>Whether to add to a database that has contacts already (<c>--again</c>).</summary>
    public bool Again { get; init; }

    /// <summary>The same number invents the same months (<c>--random N</c>).</summary>
    public int Random { get; init; } = 2014;

    public static SeedOptions Read(string[] args)
    {
        var usual = new SeedOptions();
        return usual with
        {
            Contacts = Number(args, "--contacts", usual.Contacts, 1, 100_000),
            Weeks = Number(args, "--weeks", usual.Weeks, 1, 60),
            Random = Number(args, "--random", usual.Random, 0, int.MaxValue),
            Again = args.Contains("--again", StringComparer.Ordinal),
        };
    }

    private static int Number(string[] args, string name, int usual, int least, int most)
    {
        var at = Array.IndexOf(args, name);
        if (at < 0)
        {
            return usual;
        }

        return at + 1 < args.Length
            && int.TryParse(args[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most
                ? number
                : throw new ArgumentException($"{name} needs a number from {least} to {most}.");
    }
}
