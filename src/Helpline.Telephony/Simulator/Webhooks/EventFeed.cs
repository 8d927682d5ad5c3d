using System.Globalization;
using System.Text.Json;
using Helpline.Telephony.Simulator.Rest;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>
/// Tells the app about every error and warning the service logs, as JSON to <see cref="SimulatorOptions.EventsUrl"/>. The contract
/// says how such a webhook is signed; the fields of its body are ours.
/// </summary>
internal sealed class EventFeed(SimulatorWorld world)
{
    public void Post(SimulatorFinding finding)
    {
        // Rules of the checklist are the simulator's own business: only the service's error codes are whole numbers.
        if (world.Options.EventsUrl.Length == 0 || !int.TryParse(finding.Rule, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                world.Account.AccountSid,
                Sid = world.NewOddSid("NO"),
                ErrorCode = code,
                ResourceSid = finding.Sid,
                Message = finding.What,
                Timestamp = world.Now(),
            },
            RestJson.Options);
        world.Courier.Post(new() { Url = world.Absolute(world.Options.EventsUrl), Json = body, Sid = finding.Sid }, 15003);
    }
}
