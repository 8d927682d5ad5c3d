using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator.Calls;

/// <summary>The fields every voice webhook carries, and those it may carry.</summary>
internal static class VoiceFields
{
    private static readonly string[] Places = ["City", "State", "Zip", "Country"];

    public static FieldList For(SimulatorWorld world, SimulatedCall call)
    {
        var fields = new FieldList
        {
            { "CallSid", call.Sid },
            { "AccountSid", world.Account.AccountSid },
            { "From", call.From },
            { "To", call.To },
            { "CallStatus", call.Status.Wire() },
            { "ApiVersion", "2010-04-01" },
            { "Direction", Wire(call.Direction) },
            { "Caller", call.From },
            { "Called", call.To },
            { "ParentCallSid", call.ParentSid },
        };
        foreach (var party in (string[])["From", "Caller", "To", "Called"])
        {
            foreach (var place in Places)
            {
                fields.Add(party + place, place == "Country" && call.From.StartsWith("+44", StringComparison.Ordinal) ? "GB" : "");
            }
        }

        var chaos = world.Options.Chaos;
        if (world.Chance(chaos.OptionalFieldRate) && call.Direction == CallDirection.Inbound)
        {
            fields.Add("CallToken", $"%7B%22parentCallInfoToken%22%3A%22{world.NewSid("")}%22%7D");
            fields.Add("StirVerstat", "TN-Validation-Passed-C");
        }

        AddFutureField(world, fields);
        return fields;
    }

    /// <summary>Adds a field nobody documented: it must be accepted, and signed over.</summary>
    public static void AddFutureField(SimulatorWorld world, FieldList fields)
    {
        if (world.Chance(world.Options.Chaos.FutureFieldRate))
        {
            fields.Add($"Future{world.Random.Next(10, 100)}", " untrimmed, £ + é ");
        }
    }

    public static string Wire(CallDirection direction) => direction switch
    {
        CallDirection.Inbound => "inbound",
        CallDirection.OutboundApi => "outbound-api",
        CallDirection.OutboundDial => "outbound-dial",
    };
}
