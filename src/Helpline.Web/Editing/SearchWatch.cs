using System.Collections.Concurrent;
using System.Threading.Channels;
using Helpline.Core.Backlog;
using Helpline.Core.Common;
using Helpline.Knowledge.Search;

namespace Helpline.Web.Editing;

/// <summary>
/// Notices searches that fail: those without a result, and those after which nothing is opened for ten minutes. A search is known by a
/// number made for it alone, in memory; what is stored is counts of our own words (docs/adr/0011). Under more searches than it
/// can hold it forgets the oldest, which costs a count and nothing else.
/// </summary>
public sealed partial class SearchWatch(IServiceScopeFactory scopes, ISearchTerms terms, TimeProvider time, ILogger<SearchWatch> logger) : BackgroundService
{
    private const int MostOpen = 5_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Typing = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, Open> open = new(StringComparer.Ordinal);
    private readonly System.Threading.Channels.Channel<(SearchMissKind Kind, SearchSide Side, string Query)> failed =
        System.Threading.Channels.Channel.CreateBounded<(SearchMissKind, SearchSide, string)>(
            new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>A visitor searched. Returns the number its results carry, so that opening one is seen.</summary>
    /// <param name="query">What was typed; kept in memory for ten minutes at most.</param>
    /// <param name="found">How many results there were.</param>
    public string Searched(string query, int found)
    {
        var number = Guid.NewGuid().ToString("n")[..12];
        Note(number, SearchSide.Public, query, found);
        return number;
    }

    /// <summary>An adviser's panel searched, as it does with every pause in typing: a search that is typed over within five seconds was not one.</summary>
    public void SearchedInConsole(Guid user, string query, int found)
    {
        var key = $"console {user:n}";
        if (open.TryRemove(key, out var before) && time.UtcNow() - before.At > Typing)
        {
            Fail(before);
        }

        if (!string.IsNullOrWhiteSpace(query))
        {
            Note(key, SearchSide.Console, query, found, holdNothing: true);
        }
    }

    /// <summary>One of a visitor's results was opened.</summary>
    public void Opened(string? number)
    {
        if (number is { Length: 12 })
        {
            open.TryRemove(number, out _);
        }
    }

    /// <summary>An adviser opened or cited one of the panel's results.</summary>
    public void UsedInConsole(Guid user) => open.TryRemove($"console {user:n}", out _);

    /// <summary>Counts what has failed by now.</summary>
    internal async Task CountAsync(CancellationToken cancellationToken)
    {
        var before = time.UtcNow() - Patience;
        foreach (var (key, search) in open.Where(o => o.Value.At <= before).ToList())
        {
            if (open.TryRemove(new KeyValuePair<string, Open>(key, search)))
            {
                Fail(search);
            }
        }

        while (failed.Reader.TryRead(out var miss))
        {
            var words = terms.Of(miss.Query);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<SearchBacklog>().CountAsync(miss.Kind, miss.Side, words.Known, words.Unknown, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(30), time);
        var day = default(DateOnly);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CountAsync(stoppingToken);
                if (day != time.LondonToday())
                {
                    await using var scope = scopes.CreateAsyncScope();
                    await scope.ServiceProvider.GetRequiredService<SearchBacklog>().ForgetOldAsync(stoppingToken);
                    day = time.LondonToday();
                }
            }
            catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
            {
                LogFailed(e.GetType().Name);
            }
        }
    }

    private void Note(string key, SearchSide side, string query, int found, bool holdNothing = false)
    {
        if (found == 0 && !holdNothing)
        {
            failed.Writer.TryWrite((SearchMissKind.NoResult, side, query));
        }
        else if (open.Count < MostOpen || (Oldest() is { } oldest && open.TryRemove(oldest, out _)))
        {
            open[key] = new Open(side, query, found, time.UtcNow());
        }
    }

    private void Fail(Open search) =>
        failed.Writer.TryWrite((search.Found == 0 ? SearchMissKind.NoResult : SearchMissKind.Abandoned, search.Side, search.Query));

    private string? Oldest() => open.MinBy(o => o.Value.At).Key;

    private sealed record Open(SearchSide Side, string Query, int Found, DateTime At);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed searches could not be counted ({Error})")]
    private partial void LogFailed(string error);
}
