using System.Buffers.Binary;

namespace Helpline.Telephony.Simulator.Recordings;

/// <summary>A playable file of the right length: 8 kHz, 16 bits, a faint tone so that it is not mistaken for a failure.</summary>
internal static class SilentWave
{
    private const int Rate = 8000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public static byte[] Make(TimeSpan length, int channels)
    {
        var frames = (int)((length < Longest ? length : Longest).TotalSeconds * Rate);
        var data = frames * channels * sizeof(short);
        var file = new byte[44 + data];
        var span = file.AsSpan();
        "RIFF"u8.CopyTo(span);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], 36 + data);
        "WAVEfmt "u8.CopyTo(span[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(span[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(span[22..], (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(span[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(span[28..], Rate * channels * sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(span[32..], (short)(channels * sizeof(short)));
        BinaryPrimitives.WriteInt16LittleEndian(span[34..], 16);
        "data"u8.CopyTo(span[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(span[40..], data);
        for (var i = 0; i < frames * channels; i++)
        {
            var tone = (short)(300 * Math.Sin(2 * Math.PI * 220 * (i / channels) / Rate));
            BinaryPrimitives.WriteInt16LittleEndian(span[(44 + (i * 2))..], tone);
        }

        return file;
    }
}
