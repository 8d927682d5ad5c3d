using Helpline.Core.Advisers;
using Helpline.Core.Callbacks;
using Helpline.Core.Contacts;
using Helpline.Core.Hours;
using Helpline.Core.OutsideNumbers;
using Helpline.Telephony.Flow;
using Helpline.Telephony.Rest;
using Helpline.Telephony.Simulator.Recordings;
using Helpline.Telephony.Tests.Flow;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Helpline.Telephony.Tests.Histories;

/// <summary>A contact centre on which one history after another takes place, with the same few people.</summary>
internal sealed class HistoryStage : IAsyncDisposable
{
    private static readonly string[] Groups = ["needs-assessment", "school-support", "exclusion-and-attendance"];
    private static readonly TimeSpan Night = TimeSpan.FromHours(22);

    private readonly List<AdviserId> advisers = [];
    private int violationsSeen;
    private int recordingsSeen;

    private readonly SqliteConnection outside;
    private long dataVersion;

    private HistoryStage(PhoneCentre centre, HistoryLog log)
    {
        (Centre, Log, outside) = (centre, log, new SqliteConnection(centre.Database));
        outside.Open();
    }

    public PhoneCentre Centre { get; }

    public HistoryLog Log { get; }

    /// <summary>Those who take calls.</summary>
    public IReadOnlyList<AdviserId> Advisers => advisers;

    public AdviserId Supervisor { get; private set; }

    /// <summary>The one number of the directory.</summary>
    public OutsideNumberId OutsideNumber { get; private set; }

    /// <summary>Their softphones, in the same order; the last is the telephone outside.</summary>
    public List<HistoryPhone> Softphones { get; } = [];

    /// <summary>The parents of this history; the last withholds their number.</summary>
    public List<string> Parents { get; } = [];

    public List<HistoryPhone> ParentPhones { get; } = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<HistoryStage> BuildAsync()
    {
        var log = new HistoryLog();
        var centre = await PhoneCentre.StartAsync(PhoneCentre.UseStaticFallback, further: services =>
        {
            services.AddLogging(logging => logging.AddProvider(log));
            // A pause of the clock between two tries would be waited for by those who move the clock.
            services.AddSingleton(provider => new RetryBackoff(provider.GetRequiredService<TimeProvider>(), () => 0));
        });
        await centre.HostFallbackAsync();
        var stage = new HistoryStage(centre, log);
        for (var i = 0; i < 3; i++)
        {
            var phone = new HistoryPhone(presses: false);
            stage.Softphones.Add(phone);
            stage.advisers.Add(await stage.HireAsync(phone, [.. Groups.Take(3 - i)]));
        }

        var supervisors = new HistoryPhone(presses: false);
        stage.Supervisor = await stage.HireAsync(supervisors, []);
        for (var i = 0; i <= stage.advisers.Count; i++)
        {
            centre.World.FarEnds.Set(OwnNumber(i), new HistoryPhone(presses: true, i < stage.advisers.Count ? stage.Softphones[i] : supervisors));
        }

        const string Outside = "+442079460700";
        var interpreter = new HistoryPhone(presses: false);
        stage.Softphones.Add(interpreter);
        centre.World.FarEnds.Set(Outside, interpreter);
        stage.OutsideNumber = await centre.InAsync<OutsideNumberService, OutsideNumberId>(async directory =>
        {
            await directory.AddAsync(new("Interpreting", OutsideNumberKind.Interpreter, Outside, null), Guid.NewGuid(), Stop);
            return (await directory.ListAsync(Stop))[0].Id;
        });
        return stage;
    }

    /// <summary>Another day, another weather, other parents; the people are at home.</summary>
    public async Task BeginAsync(HistoryPlan plan)
    {
        await Centre.SettleAsync();
        var day = Centre.Clock.GetUtcNow().Date.AddDays(1);
        await Centre.InAsync<OpeningHours, bool>(hours =>
        {
            while (!hours.StatusAt(day.AddHours(10), Channel.Voice).IsOpen)
            {
                day = day.AddDays(1);
            }

            return Task.FromResult(true);
        });
        Centre.Clock.SetUtcNow(new DateTimeOffset(day + (plan.Open ? TimeSpan.FromHours(10) : Night), TimeSpan.Zero));
        await Centre.SettleAsync();
        Centre.World.Reseed(plan.Seed);
        HistoryWeather.Set(Centre.World.Options.Chaos, plan.Weather);
        Log.Forget();
        violationsSeen = Centre.World.Report.Violations.Count;
        recordingsSeen = Centre.World.Recordings.All.Count;
        Parents.Clear();
        ParentPhones.Clear();
        for (var i = 0; i < 4; i++)
        {
            var phone = new HistoryPhone(presses: true);
            Parents.Add($"+447700900{(plan.Seed * 4 + i) % 1000:000}");
            ParentPhones.Add(phone);
            Centre.World.FarEnds.Set(Parents[i], phone);
        }

        Parents.Add("anonymous");
        ParentPhones.Add(new HistoryPhone(presses: true));
        Softphones.ForEach(s => s.Mood = 0);
        for (var i = 0; i <= advisers.Count; i++)
        {
            await RingAsync(i < advisers.Count ? advisers[i] : Supervisor, IsOnOwnPhone(plan.Seed, i) ? OwnNumber(i) : null);
        }
    }

    /// <summary>Whether somebody is rung on their own telephone in a history; the last is the supervisor. In every other history nobody is.</summary>
    public static bool IsOnOwnPhone(int seed, int person) => seed % 2 == 0 && (seed / 2 + person) % 3 != 0;

    /// <summary>
    /// What the telephone service found wrong since this was asked last. On a rough day news is lost, so that lines may be alone or without music for
    /// a while, and an adviser's own telephone that is answered while we are down hears no question: a line that did not come up.
    /// </summary>
    public string NewViolations(bool rough)
    {
        var all = Centre.World.Report.Violations;
        var found = all.Skip(violationsSeen).Where(v => !rough || !(v.Rule is "15.3" || (v.Rule is "11205" && v.What == "conference audio: no reply")
            || (v.Rule is "15.1" && IsOwnPhone(v.Sid)))).ToList();
        violationsSeen = all.Count;
        return string.Join("; ", found.Select(v => $"{v.Rule}: {v.What}"));
    }

    /// <summary>Recordings begun in this history.</summary>
    public IEnumerable<Recording> NewRecordings() => Centre.World.Recordings.All.Skip(recordingsSeen);

    /// <summary>Whether anybody has written to the database since this was asked last.</summary>
    public async Task<bool> HasChangedAsync()
    {
        await using var version = outside.CreateCommand();
        version.CommandText = "PRAGMA data_version";
        var before = dataVersion;
        dataVersion = (long)(await version.ExecuteScalarAsync(Stop))!;
        return dataVersion != before;
    }

    public async ValueTask DisposeAsync()
    {
        await outside.DisposeAsync();
        await Centre.DisposeAsync();
    }

    private bool IsOwnPhone(string? sid) => sid is not null && Centre.World.Calls.Find(sid) is { } leg && Enumerable.Range(0, advisers.Count + 1).Any(i => leg.To == OwnNumber(i));

    private static string OwnNumber(int person) => $"+44163296000{person}";

    private Task<bool> RingAsync(AdviserId adviser, string? number) => Centre.InAsync<OwnPhoneService, bool>(async phones => number is null
        ? await phones.UseBrowserAsync(adviser, soundTried: true, Stop)
        : await phones.UseAsync(adviser, number, Stop) == UkNumberOutcome.Ringable);

    private async Task<AdviserId> HireAsync(HistoryPhone phone, string[] groups)
    {
        var id = AdviserId.New();
        Centre.World.FarEnds.Set($"client:{Labels.Identity(id)}", phone);
        await Centre.InAsync<AdviserService, bool>(async service =>
        {
            await service.AddAsync(id, $"Adviser {advisers.Count}", groups.ToDictionary(g => g, _ => new DateOnly(2090, 1, 1)), Stop);
            return true;
        });
        return id;
    }
}
