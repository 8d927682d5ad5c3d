using System.Collections.Concurrent;
using Helpline.Telephony.Simulator.Calls;

namespace Helpline.Telephony.Simulator.FarEnds;

/// <summary>Who is at the far end of which address.</summary>
internal sealed class FarEndDirectory
{
    private readonly ConcurrentDictionary<string, ISimulatedAdviserLeg> byAddress = new(StringComparer.Ordinal);

    /// <summary>Every softphone nobody said otherwise about.</summary>
    public ISimulatedAdviserLeg Client { get; set; } = ScriptedLeg.Answers;

    /// <summary>Every telephone nobody said otherwise about.</summary>
    public ISimulatedAdviserLeg Telephone { get; set; } = ScriptedLeg.PatientPerson;

    /// <summary>Puts somebody at <c>client:identity</c> or an E.164 number.</summary>
    public void Set(string to, ISimulatedAdviserLeg farEnd) => byAddress[to] = farEnd;

    /// <summary>Puts a telephone that the page answers at a number, unless somebody else is there already.</summary>
    public void SetPage(string number) => byAddress.TryAdd(number, new PageTelephone());

    public ISimulatedAdviserLeg For(SimulatedCall leg) =>
        byAddress.TryGetValue(leg.To, out var farEnd) ? farEnd
        : leg.To.StartsWith("client:", StringComparison.Ordinal) ? Client : Telephone;
}
