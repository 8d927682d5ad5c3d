using System.Buffers.Binary;

namespace Helpline.Telephony.Flow;

/// <summary>Hold music of our own making: four soft chords, computed once. 8 kHz mono WAV, 16 bits.</summary>
internal sealed class HoldTune
{
    /// <summary>Where it is served. Unsigned, because Twilio fetches it like any file.</summary>
    public const string Path = "/twilio/media/hold.wav";

    /// <summary>How long it plays.</summary>
    public const int Seconds = 20;

    private const int Rate = 8000;
    private const int ChordSeconds = 5;
    private const int HeaderBytes = 44;
    private const double Loudness = 0.12;

    // C, A minor, F and G: frequencies in hertz.
    private static readonly double[][] Chords =
    [
        [261.63, 329.63, 392.00], [220.00, 261.63, 329.63], [174.61, 220.00, 261.63], [196.00, 246.94, 293.66],
    ];

    private readonly Lazy<byte[]> wave = new(Make);

    /// <summary>The file.</summary>
    public byte[] Wave => wave.Value;

    private static byte[] Make()
    {
        var file = new byte[HeaderBytes + (Rate * Seconds * 2)];
        Header(file);
        for (var i = 0; i < Rate * Seconds; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(HeaderBytes + (i * 2)), Sample(i));
        }

        return file;
    }

    private static short Sample(int index)
    {
        var at = index / (double)Rate;
        var chord = Chords[(int)(at / ChordSeconds)];
        var within = at % ChordSeconds;

        // Each chord swells and fades to nothing, so that no edge clicks on a telephone line.
        var swell = Math.Pow(Math.Sin(Math.PI * within / ChordSeconds), 2);
        var sum = chord.Sum(hertz => Math.Sin(2 * Math.PI * hertz * within)) / chord.Length;
        return (short)(sum * swell * Loudness * short.MaxValue);
    }

    private static void Header(Span<byte> file)
    {
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], file.Length - 8);
        "WAVEfmt "u8.CopyTo(file[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(file[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(file[22..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(file[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(file[28..], Rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file[32..], 2);
        BinaryPrimitives.WriteInt16LittleEndian(file[34..], 16);
        "data"u8.CopyTo(file[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(file[40..], file.Length - HeaderBytes);
    }
}
