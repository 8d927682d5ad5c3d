using Helpline.Benchmarks.Measuring;
using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Data;
using Helpline.Core.Routing;
using Helpline.Testing;
using Helpline.Testing.Centre;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Helpline.Benchmarks.Calls;

/// <summary>
/// The whole application on Kestrel and a SQLite file, as it runs on one node, with the telephone service in Live mode. Nobody answers
/// its REST requests, so the reconciler, which would only ask in vain, is left out; the clock says that we are open.
/// </summary>
internal sealed class ServedHelpline : HelplineFactory
{
    public const string AuthToken = "benchmark-only-auth-token";

    /// <summary>A topic group for which nobody has the skill: who asks about it waits.</summary>
    private const string NobodysTopic = "nobodys";

    public ServedHelpline(WorkFolder folder)
    {
        With("ConnectionStrings:Helpline", $"Data Source={folder.Of("helpline.db")}");
        With("ConnectionStrings:Analytics", $"Data Source={folder.Of("analytics.db")}");
        With("Seed:Password", "benchmark-only-password");
        With("Content:Path", Path.GetFullPath("content"));
        With("Routing:WidenAfter", "02:00:00");
        With("Routing:OfferLifetime", "00:02:00");
        With("Twilio:Mode", "Live");
        With("Twilio:AccountSid", "AC" + new string('1', 32));
        With("Twilio:AuthToken", AuthToken);
        With("Twilio:ApiKeySid", "SK" + new string('2', 32));
        With("Twilio:ApiKeySecret", "benchmark-only-secret");
        With("Twilio:TwimlAppSid", "AP" + new string('3', 32));
        With("Twilio:ApiBaseUrl", "http://127.0.0.1:9");
        With("Twilio:PublicBaseUrl", PublicBaseUrl);
        With("Twilio:CallerId", "+448081570100");
    }

    /// <summary>What signatures are made over; the port it listens on does not matter to them.</summary>
    public static string PublicBaseUrl => "http://127.0.0.1";

    /// <summary>Where it listens, without a trailing slash.</summary>
    public string Address { get; private set; } = "";

    public void Start()
    {
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress.ToString().TrimEnd('/');
    }

    /// <summary>Advisers with an account and skills; returns the cookie of each.</summary>
    public async Task<IReadOnlyList<string>> AdvisersAsync(int count)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<HelplineUser>>();
        var principals = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<HelplineUser>>();
        var advisers = scope.ServiceProvider.GetRequiredService<AdviserService>();
        var cookies = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var until = DateOnly.MaxValue.AddYears(-1);
        List<string> made = [];
        for (var i = 0; i < count; i++)
        {
            var id = AdviserId.New();
            var user = new HelplineUser { Id = Ids.New(), UserName = $"bench{i}@helpline.test", Email = $"bench{i}@helpline.test", AdviserId = id };
            Require(await users.CreateAsync(user));
            Require(await users.AddToRoleAsync(user, Roles.Adviser));
            await advisers.AddAsync(id, $"Adviser {i}", new Dictionary<string, DateOnly> { ["school-support"] = until }, CancellationToken.None);
            var ticket = new AuthenticationTicket(
                await principals.CreateAsync(user),
                new AuthenticationProperties { IssuedUtc = cookies.TimeProvider!.GetUtcNow(), ExpiresUtc = cookies.TimeProvider.GetUtcNow().AddHours(8) },
                IdentityConstants.ApplicationScheme);
            made.Add($"{cookies.Cookie.Name}={cookies.TicketDataFormat.Protect(ticket)}");
        }

        return made;
    }

    /// <summary>Callers who wait and whom nobody can take.</summary>
    public async Task WaitersAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await using var scope = Services.CreateAsyncScope();
            var calls = scope.ServiceProvider.GetRequiredService<CallService>();
            var sid = $"CA{Guid.NewGuid():n}";
            await calls.StartVoiceAsync(sid, null, CancellationToken.None);
            await calls.SetTopicAsync(sid, null, NobodysTopic, CancellationToken.None);
            await calls.JoinQueueAsync(sid, CancellationToken.None);
        }
    }

    /// <summary>Callers who talk with an adviser each; as many advisers must be free.</summary>
    public async Task TalkersAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await using var scope = Services.CreateAsyncScope();
            var calls = scope.ServiceProvider.GetRequiredService<CallService>();
            var sid = $"CA{Guid.NewGuid():n}";
            var call = await calls.StartVoiceAsync(sid, null, CancellationToken.None);
            await calls.SetTopicAsync(sid, null, "school-support", CancellationToken.None);
            await calls.JoinQueueAsync(sid, CancellationToken.None);
            var (offer, adviser) = await OfferedAsync(call.ContactId);
            await scope.ServiceProvider.GetRequiredService<OfferService>().AcceptAsync(offer, adviser, CancellationToken.None);
            await calls.AdviserJoinedAsync(offer, $"CA{Guid.NewGuid():n}", $"CF{Guid.NewGuid():n}", CancellationToken.None);
            await calls.CallerJoinedAsync(sid, CancellationToken.None);
        }
    }

    private async Task<(OfferId Offer, AdviserId Adviser)> OfferedAsync(ContactId contact)
    {
        for (var i = 0; i < 2_000; i++)
        {
            await using var scope = Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<HelplineDbContext>();
            if (await db.Offers.AsNoTracking().FirstOrDefaultAsync(o => o.ContactId == contact && o.Status == OfferStatus.Pending) is { } offer)
            {
                return (offer.Id, offer.AdviserId);
            }

            await Task.Delay(5);
        }

        throw new InvalidOperationException("Nobody was offered a call that was to be talked on.");
    }

    /// <summary>How many talk.</summary>
    public async Task<int> TalkingAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HelplineDbContext>().Calls.CountAsync(c => c.State == CallState.Connected);
    }

    /// <summary>How many wait.</summary>
    public async Task<int> WaitingAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<HelplineDbContext>().Contacts
            .CountAsync(c => c.Status == ContactStatus.Waiting && c.JoinedAt != null);
    }

    /// <summary>Says what one look of the router costs, by its parts.</summary>
    public async Task LookAsync() => (await LooksAsync()).Print();

    /// <summary>What one look of the router costs, by its parts.</summary>
    public async Task<StepTimes> LooksAsync()
    {
        var steps = new StepTimes();
        var options = Services.GetRequiredService<IOptions<RoutingOptions>>().Value;
        for (var i = 0; i < 30; i++)
        {
            await using var scope = Services.CreateAsyncScope();
            var queries = scope.ServiceProvider.GetRequiredService<RoutingQueries>();
            var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().UtcNow();
            var waiting = await steps.Of("router reads the queue", () => queries.WaitingAsync(CancellationToken.None));
            var advisers = await steps.Of("router reads the advisers", () => queries.AdvisersAsync(CancellationToken.None));
            var one = new WaitingContact(ContactId.New(), PriorityClass.Standard, now, null, IsLive: true);
            await steps.Of("router decides", () => Task.FromResult(RoutingPolicy.Decide([.. waiting, one], advisers, now, options)));
        }

        return steps;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseContentRoot(Path.GetFullPath("src/Helpline.Web"));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<ICallControl>().AddSingleton<ICallControl, RecordingCallControl>();
            services.RemoveAll<TimeProvider>().AddSingleton<TimeProvider, ShiftedClock>();
            services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name == "ReconcilerService"));
        });
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
        }
    }
}
