using Helpline.Core.Enquiries;
using Microsoft.EntityFrameworkCore;

namespace Helpline.Core.Tests.Enquiries;

public sealed class EnquiryAccessTests
{
    [Fact]
    public async Task ByPinAsync_RightPin_IsGrantedAndForgetsWrongTries()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var sent = await centre.SubmitAsync(EnquiryCentre.Question());
        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < PinTries.Allowed - 1; i++)
            {
                Assert.Equal(AccessOutcome.Refused, (await centre.PinAsync(sent.Reference, Wrong(sent.Pin!))).Outcome);
            }

            var granted = await centre.PinAsync(sent.Reference.ToLowerInvariant(), $" {sent.Pin![..3]} {sent.Pin[3..]} ");
            Assert.Equal((AccessOutcome.Granted, sent.Id, sent.Reference), (granted.Outcome, granted.EnquiryId, granted.Reference));
        }
    }

    [Fact]
    public async Task ByPinAsync_FiveWrongTries_LocksForAQuarterOfAnHourEvenForTheRightPin()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var sent = await centre.SubmitAsync(EnquiryCentre.Question());
        for (var i = 0; i < PinTries.Allowed; i++)
        {
            Assert.Equal(AccessOutcome.Refused, (await centre.PinAsync(sent.Reference, Wrong(sent.Pin!))).Outcome);
        }

        Assert.Equal(AccessOutcome.Locked, (await centre.PinAsync(sent.Reference, sent.Pin!)).Outcome);
        centre.Host.Time.Advance(PinTries.LockedFor - TimeSpan.FromSeconds(1));
        Assert.Equal(AccessOutcome.Locked, (await centre.PinAsync(sent.Reference, sent.Pin!)).Outcome);
        centre.Host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AccessOutcome.Granted, (await centre.PinAsync(sent.Reference, sent.Pin!)).Outcome);
    }

    [Fact]
    public async Task ByPinAsync_AReferenceNobodyHas_GoesExactlyTheSameWay()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var sent = await centre.SubmitAsync(EnquiryCentre.Question());
        var byEmail = await centre.SubmitAsync(EnquiryCentre.Question("form-2", "p@example.org"));
        foreach (var reference in new[] { sent.Reference, byEmail.Reference, EnquiryReference.New() })
        {
            var outcomes = new List<AccessOutcome>();
            for (var i = 0; i < PinTries.Allowed + 1; i++)
            {
                outcomes.Add((await centre.PinAsync(reference, Wrong(sent.Pin!))).Outcome);
            }

            Assert.All(outcomes.Take(PinTries.Allowed), outcome => Assert.Equal(AccessOutcome.Refused, outcome));
            Assert.Equal(AccessOutcome.Locked, outcomes[^1]);
        }
    }

    [Fact]
    public async Task ByPinAsync_ManyAtOnce_PassNoMoreThanTheLimit()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var sent = await centre.SubmitAsync(EnquiryCentre.Question());

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => centre.PinAsync(sent.Reference, Wrong(sent.Pin!)))));

        Assert.InRange(outcomes.Count(o => o.Outcome == AccessOutcome.Refused), 1, PinTries.Allowed);
        Assert.Equal(AccessOutcome.Locked, (await centre.PinAsync(sent.Reference, sent.Pin!)).Outcome);
    }

    [Fact]
    public async Task BySecretAsync_AnythingButTheLink_IsRefused()
    {
        await using var centre = await EnquiryCentre.StartAsync();
        var sent = await centre.SubmitAsync(EnquiryCentre.Question(email: "parent@example.org"));
        var other = await centre.SubmitAsync(EnquiryCentre.Question("form-2", "p@example.org"));
        await centre.Host.PostAsync();
        var key = SubmitEnquiryTests.LinkKey(centre.Mail.Taken.Single(m => m.To == "parent@example.org").Text, sent.Reference);

        foreach (var (reference, secret) in new[] { (other.Reference, key), (sent.Reference, key + "A"), (sent.Reference, ""), ("nonsense", key), (EnquiryReference.New(), key) })
        {
            var access = await centre.Host.Do<EnquiryAccess, EnquiryAccessResult>(a => a.BySecretAsync(reference, secret, default));
            Assert.Equal(new EnquiryAccessResult(AccessOutcome.Refused), access);
        }

        Assert.DoesNotContain(key, await centre.Host.Read(db => db.EnquirySecrets.Select(s => s.Hash).ToListAsync()));
    }

    private static string Wrong(string pin) => pin == "000000" ? "000001" : "000000";
}
