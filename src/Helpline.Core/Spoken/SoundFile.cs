using System.Buffers.Binary;

namespace Helpline.Core.Spoken;

/// <summary>The kinds of sound file that are taken.</summary>
public enum SoundKind
{
    /// <summary>WAV: plain samples, or the two telephone codings.</summary>
    Wav,

    /// <summary>MP3.</summary>
    Mp3,
}

/// <summary>Why a file is not taken as a recording.</summary>
public enum SoundRefusal
{
    /// <summary>It is larger than <see cref="SoundFile.MostBytes"/>.</summary>
    TooLarge,

    /// <summary>It is neither WAV nor MP3, whatever it is called, or is damaged.</summary>
    NotSound,

    /// <summary>It plays longer than <see cref="SoundFile.LongestSeconds"/>.</summary>
    TooLong,
}

/// <summary>What a sound file is, told by its content and never by its name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Length">How long it plays.</param>
public sealed record SoundFile(SoundKind Kind, TimeSpan Length)
{
    /// <summary>Largest file, in bytes: 4 MB.</summary>
    public const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Longest recording, in seconds: a caller hears it before anything else.</summary>
    public const int LongestSeconds = 90;

    private const int WavHeaderBytes = 12;
    private const int ChunkHeaderBytes = 8;
    private const int FormatBytes = 16;

    /// <summary>Looks at a file. What is wrong with it, or null and what it is.</summary>
    public static SoundRefusal? Read(ReadOnlySpan<byte> file, out SoundFile? sound)
    {
        sound = null;
        if (file.Length > MostBytes)
        {
            return SoundRefusal.TooLarge;
        }

        var read = file.StartsWith("RIFF"u8) ? Wav(file) : Mp3Frames.Length(file) is { } length ? new SoundFile(SoundKind.Mp3, length) : null;
        if (read is null)
        {
            return SoundRefusal.NotSound;
        }

        if (read.Length > TimeSpan.FromSeconds(LongestSeconds))
        {
            return SoundRefusal.TooLong;
        }

        sound = read;
        return null;
    }

    private static SoundFile? Wav(ReadOnlySpan<byte> file)
    {
        if (file.Length < WavHeaderBytes || !file[8..].StartsWith("WAVE"u8))
        {
            return null;
        }

        var bytesPerSecond = 0;
        for (var at = WavHeaderBytes; at <= file.Length - ChunkHeaderBytes;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            var body = file[(at + ChunkHeaderBytes)..];
            if (file[at..].StartsWith("data"u8))
            {
                return bytesPerSecond > 0 && size > 0 && size <= body.Length ? new(SoundKind.Wav, TimeSpan.FromSeconds(size / (double)bytesPerSecond)) : null;
            }

            if (size > body.Length)
            {
                return null;
            }

            if (file[at..].StartsWith("fmt "u8) && (bytesPerSecond = BytesPerSecond(body[..(int)size])) == 0)
            {
                return null;
            }

            // Chunks begin at even places.
            at += ChunkHeaderBytes + (int)size + ((int)size & 1);
        }

        return null;
    }

    // 0 for a format that a telephone service may not play, or whose figures contradict each other.
    private static int BytesPerSecond(ReadOnlySpan<byte> format)
    {
        if (format.Length < FormatBytes)
        {
            return 0;
        }

        var (coding, channels) = (BinaryPrimitives.ReadUInt16LittleEndian(format), BinaryPrimitives.ReadUInt16LittleEndian(format[2..]));
        var (rate, told) = (BinaryPrimitives.ReadUInt32LittleEndian(format[4..]), BinaryPrimitives.ReadUInt32LittleEndian(format[8..]));
        var bits = BinaryPrimitives.ReadUInt16LittleEndian(format[14..]);
        const int Plain = 1;
        const int ALaw = 6;
        const int MuLaw = 7;
        var known = coding switch
        {
            Plain => bits is 8 or 16,
            ALaw or MuLaw => bits is 8,
            _ => false,
        };
        return known && channels is 1 or 2 && rate is >= 8_000 and <= 48_000 && told == rate * channels * bits / 8u ? (int)told : 0;
    }
}
