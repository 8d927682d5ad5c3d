using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Helpline.Telephony.Tokens;
using Helpline.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Helpline.Web.Pages.Console.Hub;

/// <summary>The line between console and server. Thin: each call asks one service and returns its outcome.</summary>
[Authorize(Policies.Console)]
public sealed class ConsoleHub(
    AdviserService advisers, OfferService offers, RoutingPass routing, ContactQueries contacts, QueueBoard queue, ISoftphones softphones, TimeProvider time) : Hub<IConsoleClient>
{
    public override async Task OnConnectedAsync()
    {
        foreach (var group in ConsoleGroups.For(Context.User!))
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, group, Context.ConnectionAborted);
        }

        await base.OnConnectedAsync();
    }

    /// <summary>What the adviser has in front of them; asked for at start and after every loss of connection.</summary>
    public async Task<ConsoleSnapshot> Snapshot()
    {
        var desk = await contacts.DeskAsync(Adviser, Context.ConnectionAborted) ?? throw new HubException("not-an-adviser");
        return ConsoleSnapshot.Of(desk, await queue.GetAsync(Context.ConnectionAborted), time.GetUtcNow().UtcDateTime);
    }

    /// <summary>
    /// Declares a presence. <paramref name="sound"/> is what the browser says of its microphone and ringer: <c>tried</c>, or <c>without</c> where
    /// that is allowed; anything else is not tried. Returns <c>done</c>, <c>notTried</c>, <c>unknownAdviser</c>, <c>unknownPresence</c> or <c>unknownReason</c>.
    /// </summary>
    public async Task<string> SetPresence(string presence, string? reason, string? sound)
    {
        if (!Enum.TryParse<Presence>(presence, ignoreCase: true, out var declared) || !Enum.IsDefined(declared))
        {
            return "unknownPresence";
        }

        AwayReason? why = null;
        if (reason is { Length: > 0 })
        {
            if (!Enum.TryParse<AwayReason>(reason, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
            {
                return "unknownReason";
            }

            why = parsed;
        }

        return Name(await advisers.DeclareAsync(Adviser, declared, why, softphones.IsTried(sound), Context.ConnectionAborted));
    }

    /// <summary>Takes an offer. Returns the outcome's name in camel case.</summary>
    public async Task<string> AcceptOffer(Guid offerId) =>
        Name(await offers.AcceptAsync(new OfferId(offerId), Adviser, CancellationToken.None));

    /// <summary>Refuses an offer. Returns the outcome's name in camel case.</summary>
    public async Task<string> DeclineOffer(Guid offerId, string? reason) =>
        Name(await offers.DeclineAsync(new OfferId(offerId), Adviser, reason, CancellationToken.None));

    /// <summary>
    /// Asks for the next contact, whatever is declared but offline; <paramref name="sound"/> as for <see cref="SetPresence"/>. Returns the outcome's
    /// name in camel case; after <c>offered</c> it rings.
    /// </summary>
    public async Task<string> TakeNext(string? sound) =>
        Name(await routing.TakeNextAsync(Adviser, softphones.IsTried(sound), CancellationToken.None));

    /// <summary>The console is alive.</summary>
    public void Heartbeat() => advisers.Heartbeat(Adviser);

    private AdviserId Adviser => Context.User?.AdviserId() ?? throw new HubException("not-an-adviser");

    private static string Name<T>(T outcome)
        where T : struct, Enum
    {
        var name = outcome.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
