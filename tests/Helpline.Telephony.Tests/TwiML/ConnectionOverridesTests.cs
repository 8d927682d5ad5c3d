using Helpline.Telephony.TwiML;

namespace Helpline.Telephony.Tests.TwiML;

public class ConnectionOverridesTests
{
    [Fact]
    public void On_Retrying_IsTheContractsFragment()
    {
        Assert.Equal("/q?step=1#rc=2&rp=5xx,ct,rt&rt=4000", ConnectionOverrides.Retrying.On("/q?step=1"));
    }

    [Fact]
    public void On_EdgeAndConnectTimeout_AreAdded()
    {
        var overrides = ConnectionOverrides.Retrying with { Edge = "dublin", ConnectTimeoutMilliseconds = 2000 };

        Assert.Equal("/q#rc=2&rp=5xx,ct,rt&rt=4000&ct=2000&e=dublin", overrides.On("/q"));
    }

    [Fact]
    public void On_NothingSet_LeavesTheUrlAlone()
    {
        Assert.Equal("/q", new ConnectionOverrides().On("/q"));
    }

    [Fact]
    public void On_OutOfRangeOrSecondFragment_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectionOverrides { RetryCount = 6 }.On("/q"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConnectionOverrides { ReadTimeoutMilliseconds = 15001 }.On("/q"));
        Assert.Throws<ArgumentException>(() => ConnectionOverrides.Retrying.On("/q#rc=1"));
    }
}
