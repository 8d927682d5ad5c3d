using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpline.Web.Tests.Console;

/// <summary>A message on a contact in hand that is rung back, not answered in writing.</summary>
public sealed class ConsoleMessageTests
{
    private const string Password = "console-message-tests-only";
    private const string Number = "+447700900321";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Message_LeftAfterWePromisedToRing_CanBeHeardByWhoeverRings()
    {
        await using var factory = new HelplineFactory().With("Seed:Password", Password);
        var client = await factory.SignInAsync("adviser1", Password, Stop);
        await using var scope = factory.Services.CreateAsyncScope();
        var (calls, db) = (scope.ServiceProvider.GetRequiredService<CallService>(), scope.ServiceProvider.GetRequiredService<HelplineDbContext>());
        await calls.StartVoiceAsync("CAkept", Number, Stop);
        Assert.True(await calls.JoinToKeepPlaceAsync("CAkept", Stop));
        Assert.Equal(KeepPlaceOutcome.Kept, await calls.PromiseCallbackAsync("CAkept", Number, Stop));
        Assert.True(await calls.KeepVoicemailAsync("CAkept", "RE1", 12, Stop));

        var page = await client.ReadAsync($"/console/contact/{await TakeUpAsync(db)}", Stop);

        Assert.StartsWith("A message of 12 seconds.", page.QuerySelector("#message-length")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("handler=voicemail", page.QuerySelector("audio[aria-keyshortcuts='Alt+L']")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("[data-post=end]"), b => b.TextContent.Contains("Dealt with", StringComparison.Ordinal));
    }

    private static async Task<ContactId> TakeUpAsync(HelplineDbContext db)
    {
        db.ChangeTracker.Clear();
        var contact = await db.Contacts.SingleAsync(Stop);
        var adviserId = (await db.Users.SingleAsync(u => u.Email == "adviser1@helpline.test", Stop)).AdviserId!.Value;
        var adviser = await db.Advisers.SingleAsync(a => a.Id == adviserId, Stop);
        var offer = Offer.Make(contact.Id, adviserId, contact.ArrivedAt, TimeSpan.FromSeconds(20));
        contact.Offer(offer, contact.ArrivedAt);
        contact.Accept(offer, contact.ArrivedAt);
        db.Entry(adviser).Property(a => a.ContactId).CurrentValue = contact.Id;
        db.Entry(adviser).Property(a => a.Activity).CurrentValue = Core.Advisers.Activity.OnContact;
        await db.SaveChangesAsync(Stop);
        return contact.Id;
    }
}
