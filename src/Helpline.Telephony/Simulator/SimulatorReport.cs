using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Simulator;

/// <summary>What went against the contract in a run. Tests assert that <see cref="Violations"/> is empty.</summary>
internal sealed partial class SimulatorReport(bool strict, int seed, TimeProvider clock, ILogger logger)
{
    private readonly Lock gate = new();
    private readonly List<SimulatorFinding> violations = [];
    private readonly List<SimulatorFinding> warnings = [];

    /// <summary>Raised for every error and warning the service would log.</summary>
    public event Action<SimulatorFinding>? Logged;

    public int Seed => seed;

    public IReadOnlyList<SimulatorFinding> Violations
    {
        get
        {
            lock (gate)
            {
                return [.. violations];
            }
        }
    }

    public IReadOnlyList<SimulatorFinding> Warnings
    {
        get
        {
            lock (gate)
            {
                return [.. warnings];
            }
        }
    }

    /// <summary>A failure whatever the mode. The rule is a line of the fidelity checklist or one of the service's error codes.</summary>
    public void Violation(string rule, string? sid, string what)
    {
        lock (gate)
        {
            violations.Add(new(rule, sid, what, clock.GetUtcNow().UtcDateTime));
        }

        LogViolation(logger, rule, sid, what, seed);
    }

    /// <summary>Tolerated by the real service with a log entry; a failure in strict mode.</summary>
    public void Warning(string rule, string? sid, string what)
    {
        Note(rule, sid, what);
        if (strict)
        {
            Violation(rule, sid, what);
        }
    }

    /// <summary>Logged by the service and otherwise without effect, in every mode.</summary>
    public void Note(string rule, string? sid, string what)
    {
        var finding = new SimulatorFinding(rule, sid, what, clock.GetUtcNow().UtcDateTime);
        lock (gate)
        {
            warnings.Add(finding);
        }

        LogWarning(logger, rule, sid, what);
        Logged?.Invoke(finding);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Simulator violation {Rule} on {Sid}: {What} (seed {Seed})")]
    private static partial void LogViolation(ILogger logger, string rule, string? sid, string what, int seed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Simulator warning {Rule} on {Sid}: {What}")]
    private static partial void LogWarning(ILogger logger, string rule, string? sid, string what);
}

/// <summary>One finding: the rule, the resource, what happened and when (UTC).</summary>
internal sealed record SimulatorFinding(string Rule, string? Sid, string What, DateTime At);
