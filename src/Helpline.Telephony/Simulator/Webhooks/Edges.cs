using System.Net;

namespace Helpline.Telephony.Simulator.Webhooks;

/// <summary>
/// Where webhooks come from: an address out of the edge's own pool, a new one every time, so that no list of allowed addresses can
/// be kept. The pools lie in 127.0.0.0/8, which is a whole machine's loopback, and bind only where the app is on it.
/// </summary>
internal sealed class Edges(Random random)
{
    /// <summary>The edge that is used unless a URL names another.</summary>
    public const string Default = "ashburn";

    private static readonly string[] Names =
        [Default, "dublin", "frankfurt", "sao-paulo", "singapore", "sydney", "tokyo", "umatilla"];

    private IPAddress last = IPAddress.None;

    public static bool Has(string name) => Names.Contains(name, StringComparer.Ordinal);

    /// <summary>The next address of an edge; never the one before again.</summary>
    public IPAddress Next(string edge)
    {
        var pool = (byte)(10 + Array.IndexOf(Names, edge));
        IPAddress next;
        do
        {
            next = new IPAddress([127, pool, (byte)random.Next(256), (byte)random.Next(1, 255)]);
        }
        while (next.Equals(last));

        return last = next;
    }
}
