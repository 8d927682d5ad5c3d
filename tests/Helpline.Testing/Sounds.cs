using System.Buffers.Binary;

namespace Helpline.Testing;

/// <summary>Sound files made up for tests.</summary>
public static class Sounds
{
    private const int Mp3FrameBytes = 417;

    /// <summary>Silence as WAV: 8 kHz, mono, 16 bits.</summary>
    /// <param name="seconds">How long it plays.</param>
    /// <param name="coding">The coding its header names; 1 is plain samples.</param>
    public static byte[] Wav(int seconds, ushort coding = 1)
    {
        const int rate = 8_000;
        var file = new byte[44 + (seconds * rate * 2)];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), file.Length - 8);
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(20), coding);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(28), rate * 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(32), 2);
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(40), file.Length - 44);
        return file;
    }

    /// <summary>Frames of MP3 (128 kbit/s, 44.1 kHz, 26 ms each) after a tag.</summary>
    public static byte[] Mp3(int frames)
    {
        var file = new byte[20 + (frames * Mp3FrameBytes)];
        "ID3"u8.CopyTo(file);
        file[3] = 4;
        file[9] = 10;
        for (var i = 0; i < frames; i++)
        {
            byte[] head = [0xFF, 0xFB, 0x90, 0x00];
            head.CopyTo(file, 20 + (i * Mp3FrameBytes));
        }

        return file;
    }
}
