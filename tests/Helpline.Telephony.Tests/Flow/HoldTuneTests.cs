using System.Buffers.Binary;
using System.Text;
using Helpline.Telephony.Flow;

namespace Helpline.Telephony.Tests.Flow;

public class HoldTuneTests
{
    [Fact]
    public void Wave_IsASoftTelephoneFile()
    {
        var wave = new HoldTune().Wave;

        Assert.Equal("RIFF", Encoding.ASCII.GetString(wave, 0, 4));
        Assert.Equal(8000, BinaryPrimitives.ReadInt32LittleEndian(wave.AsSpan(24)));
        Assert.Equal(wave.Length - 44, BinaryPrimitives.ReadInt32LittleEndian(wave.AsSpan(40)));
        Assert.Equal(8000 * 2 * HoldTune.Seconds, wave.Length - 44);
        var loudest = Enumerable.Range(0, 8000 * HoldTune.Seconds)
            .Max(i => Math.Abs((int)BinaryPrimitives.ReadInt16LittleEndian(wave.AsSpan(44 + (i * 2)))));
        Assert.InRange(loudest, 1000, 8000);
    }
}
