using Helpline.Core.Enquiries;

namespace Helpline.Core.Tests.Enquiries;

public sealed class EnquiryReferenceTests
{
    private const string Signs = "23456789CDFHJKMNPQRTVWX";

    [Fact]
    public void New_ManyTimes_IsReadBackAndSpellsNothing()
    {
        for (var i = 0; i < 1_000; i++)
        {
            var reference = EnquiryReference.New();

            Assert.Matches("^HL-[2-9CDFHJKMNPQRTVWX]{4}-[2-9CDFHJKMNPQRTVWX]{4}$", reference);
            Assert.True(EnquiryReference.TryRead(reference, out var read));
            Assert.Equal(reference, read);
        }
    }

    [Fact]
    public void TryRead_AnyOneSignWrong_IsRefused()
    {
        var reference = EnquiryReference.New();
        foreach (var at in new[] { 3, 4, 5, 6, 8, 9, 10, 11 })
        {
            foreach (var sign in Signs.Where(s => s != reference[at]))
            {
                Assert.False(EnquiryReference.TryRead(reference[..at] + sign + reference[(at + 1)..], out _));
            }
        }
    }

    [Fact]
    public void TryRead_TwoNeighboursExchanged_IsRefused()
    {
        for (var i = 0; i < 100; i++)
        {
            var signs = EnquiryReference.New()[3..].Replace("-", "", StringComparison.Ordinal).ToCharArray();
            for (var at = 0; at < signs.Length - 1; at++)
            {
                var exchanged = (char[])signs.Clone();
                (exchanged[at], exchanged[at + 1]) = (exchanged[at + 1], exchanged[at]);
                Assert.Equal(signs[at] == signs[at + 1], EnquiryReference.TryRead(new string(exchanged), out _));
            }
        }
    }

    [Fact]
    public void TryRead_WrittenLoosely_IsRead()
    {
        var reference = EnquiryReference.New();
        var loose = " " + reference.ToLowerInvariant().Replace('-', ' ') + " ";

        Assert.True(EnquiryReference.TryRead(loose, out var read));
        Assert.Equal(reference, read);
        Assert.True(EnquiryReference.TryRead(reference[3..], out read));
        Assert.Equal(reference, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("HL-")]
    [InlineData("HL-AEIO-UAEI")]
    [InlineData("HL-2222-22222")]
    public void TryRead_NotAReference_IsRefused(string? typed) => Assert.False(EnquiryReference.TryRead(typed, out _));
}
