using System.Buffers.Binary;

namespace Helpline.Core.Spoken;

/// <summary>Walks the frames of an MP3 file. A few bytes that look like a frame are in many files; a chain of frames to the end is in no other.</summary>
internal static class Mp3Frames
{
    private const int FewestFrames = 5;
    private const int TagHeaderBytes = 10;
    private const int OldTagBytes = 128;

    private static readonly int[] Mpeg1Kilobits = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Mpeg2Kilobits = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] Rates = [44_100, 48_000, 32_000];

    /// <summary>How long the file plays; null when it is not MP3 from its beginning to its end.</summary>
    public static TimeSpan? Length(ReadOnlySpan<byte> file)
    {
        var at = AfterTag(file);
        var (frames, seconds) = (0, 0.0);
        while (at < file.Length && Frame(file[at..]) is { } frame)
        {
            // The last one may be cut short.
            at += frame.Bytes;
            frames++;
            seconds += frame.Seconds;
        }

        return frames >= FewestFrames && IsEnd(at < file.Length ? file[at..] : []) ? TimeSpan.FromSeconds(seconds) : null;
    }

    // A tag in front, whose size is written in four bytes of seven bits.
    private static int AfterTag(ReadOnlySpan<byte> file) =>
        file.Length > TagHeaderBytes && file.StartsWith("ID3"u8) && (file[6] | file[7] | file[8] | file[9]) < 0x80
            ? TagHeaderBytes + (file[6] << 21) + (file[7] << 14) + (file[8] << 7) + file[9]
            : 0;

    // Nothing, padding, or one of the tags that stand behind.
    private static bool IsEnd(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("APETAGEX"u8) || (rest.StartsWith("TAG"u8) && rest.Length <= OldTagBytes) || !rest.ContainsAnyExcept((byte)0);

    private static (int Bytes, double Seconds)? Frame(ReadOnlySpan<byte> at)
    {
        if (at.Length < 4)
        {
            return null;
        }

        var head = BinaryPrimitives.ReadUInt32BigEndian(at);
        var (version, layer) = ((head >> 19) & 3, (head >> 17) & 3);
        var (kilobits, rate) = ((int)((head >> 12) & 15), (int)((head >> 10) & 3));
        // Eleven bits to begin with; layer III; no reserved version, rate or size.
        if (head >> 21 != 0x7FF || layer != 1 || version == 1 || kilobits is 0 or 15 || rate == 3)
        {
            return null;
        }

        var isMpeg1 = version == 3;
        var hertz = Rates[rate] / (isMpeg1 ? 1 : version == 2 ? 2 : 4);
        var samples = isMpeg1 ? 1152 : 576;
        var padding = (int)((head >> 9) & 1);
        var bytes = (samples / 8 * (isMpeg1 ? Mpeg1Kilobits : Mpeg2Kilobits)[kilobits] * 1000 / hertz) + padding;
        return (bytes, samples / (double)hertz);
    }
}
