using System.Text;
using Helpline.Core.Spoken;
using Helpline.Testing;

namespace Helpline.Core.Tests.Spoken;

/// <summary>A recording is told by its content.</summary>
public sealed class SoundFileTests
{
    [Fact]
    public void Read_Wav_TellsKindAndLength()
    {
        Assert.Null(SoundFile.Read(Sounds.Wav(12), out var sound));

        Assert.Equal(new SoundFile(SoundKind.Wav, TimeSpan.FromSeconds(12)), sound);
    }

    [Fact]
    public void Read_Mp3BehindATag_TellsKindAndLength()
    {
        Assert.Null(SoundFile.Read(Sounds.Mp3(100), out var sound));

        Assert.Equal(SoundKind.Mp3, sound!.Kind);
        Assert.InRange(sound.Length.TotalSeconds, 2.6, 2.62);
    }

    [Fact]
    public void Read_WavWithAnotherChunkInFront_IsTaken()
    {
        var plain = Sounds.Wav(1);
        byte[] file = [.. plain[..12], .. "LIST"u8, 3, 0, 0, 0, 1, 2, 3, 0, .. plain[12..]];

        Assert.Null(SoundFile.Read(file, out _));
    }

    [Fact]
    public void Read_WhatIsNotSound_IsRefused()
    {
        var random = new byte[20_000];
        new Random(1).NextBytes(random);
        byte[][] files =
        [
            [],
            Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
            [.. "RIFF"u8, 0, 0, 0, 0, .. "AVI "u8, .. random],
            [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8],
            Sounds.Wav(2)[..200],
            Sounds.Wav(2, coding: 85),
            random,
            // Looks like a frame, and is followed by something else.
            [0xFF, 0xFB, 0x90, 0x00, .. random],
            [.. Sounds.Mp3(3)],
            [.. Sounds.Mp3(20), .. Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"), .. random],
        ];

        Assert.All(files, file => Assert.Equal(SoundRefusal.NotSound, SoundFile.Read(file, out _)));
    }

    [Fact]
    public void Read_TooLongOrTooLarge_IsRefused()
    {
        Assert.Null(SoundFile.Read(Sounds.Wav(SoundFile.LongestSeconds), out _));
        Assert.Equal(SoundRefusal.TooLong, SoundFile.Read(Sounds.Wav(SoundFile.LongestSeconds + 1), out _));
        Assert.Equal(SoundRefusal.TooLarge, SoundFile.Read(new byte[SoundFile.MostBytes + 1], out _));
    }
}
