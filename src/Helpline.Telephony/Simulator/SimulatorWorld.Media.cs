using System.Buffers.Binary;
using Helpline.Telephony.Simulator.Webhooks;

namespace Helpline.Telephony.Simulator;

/// <summary>Media the app gives to be played. Fetched once by GET without the service's fields, then cached.</summary>
internal sealed partial class SimulatorWorld
{
    private const double BytesPerSecondOtherwise = 8000;
    private readonly Dictionary<string, TimeSpan> media = new(StringComparer.Ordinal);

    /// <exception cref="WebhookException">The file is not there (11200) or is not sound (12300).</exception>
    public async Task<TimeSpan> MediaLengthAsync(string url, CancellationToken cancellation)
    {
        if (media.TryGetValue(url, out var known))
        {
            return known;
        }

        var reply = await Webhooks.SendAsync(new() { Url = url, Method = "GET", IsMedia = true }, cancellation);
        if (!reply.Ok)
        {
            throw new WebhookException(reply.ErrorCode ?? 11200, url, "media not found");
        }

        if (reply.ContentType?.StartsWith("audio/", StringComparison.Ordinal) != true)
        {
            throw new WebhookException(12300, url, $"media of type '{reply.ContentType}'");
        }

        return media[url] = Length(reply.Body);
    }

    private static TimeSpan Length(ReadOnlySpan<byte> body)
    {
        var isWave = body.Length > 44 && body[..4].SequenceEqual("RIFF"u8);
        var rate = isWave ? BinaryPrimitives.ReadInt32LittleEndian(body[28..]) : BytesPerSecondOtherwise;
        return TimeSpan.FromSeconds(Math.Max(0.1, body.Length / Math.Max(rate, 1000)));
    }
}
