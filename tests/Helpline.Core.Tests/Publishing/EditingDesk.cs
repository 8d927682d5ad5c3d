using Helpline.Core.Publishing;
using Helpline.Testing;
using Helpline.Testing.Centre;

namespace Helpline.Core.Tests.Publishing;

/// <summary>Two editors at one database.</summary>
internal sealed class EditingDesk : IAsyncDisposable
{
    public const string Path = "articles/asking.md";
    public const string Shipped = "shipped-hash";
    private readonly CentreDatabase database = new();

    private EditingDesk()
    {
    }

    public CentreHost Host { get; private set; } = null!;

    public CentreDatabase Database => database;

    public Guid Writer { get; } = Guid.NewGuid();

    public Guid Second { get; } = Guid.NewGuid();

    public static async Task<EditingDesk> OpenAsync()
    {
        var desk = new EditingDesk();
        desk.Host = await CentreHost.StartAsync(desk.database, new FakeTimeProvider());
        return desk;
    }

    public static ContentText Content(string text) => new() { Path = Path, Text = text, Hash = $"hash of {text}", ShippedHash = Shipped };

    public async Task<(ContentVersionId Id, long Version)> DraftAsync(string text)
    {
        var begun = await Host.Do<DraftService, EditResult>(s => s.StartAsync(Content(text), isNew: false, new EditContext(Writer), default));
        Assert.Equal(EditOutcome.Done, begun.Outcome);
        return (begun.VersionId!.Value, begun.Version);
    }

    public async Task<ContentVersion> StoredAsync(ContentVersionId id) =>
        await Host.Read(db => Task.FromResult(db.ContentVersions.Single(v => v.Id == id)));

    public Task<EditResult> SaveAsync(ContentVersionId id, long version, string text, Guid by) =>
        Host.Do<DraftService, EditResult>(s => s.SaveAsync(
            new SaveDraft { VersionId = id, Version = version, Text = text, Hash = $"hash of {text}", Note = "why" }, new EditContext(by), default));

    public async Task<EditOutcome> SubmitAsync(ContentVersionId id) =>
        await Host.Do<DraftService, EditOutcome>(async s => await s.SubmitAsync(id, (await StoredAsync(id)).Version, Shipped, new EditContext(Writer, "the law changed"), default));

    public async Task<EditOutcome> ApproveAsync(ContentVersionId id, Guid by) =>
        await Host.Do<PublishingService, EditOutcome>(async s => await s.ApproveAsync(id, (await StoredAsync(id)).Version, new EditContext(by), default));

    public async Task<EditOutcome> PublishAsync(ContentVersionId id) =>
        await Host.Do<PublishingService, EditOutcome>(async s => await s.PublishAsync(id, (await StoredAsync(id)).Version, new EditContext(Second), default));

    public async Task<EditOutcome> ScheduleAsync(ContentVersionId id, DateTime at) =>
        await Host.Do<PublishingService, EditOutcome>(async s => await s.ScheduleAsync(id, (await StoredAsync(id)).Version, at, new EditContext(Second), default));

    public Task<EditOutcome> RollBackAsync(int number) =>
        Host.Do<PublishingService, EditOutcome>(s => s.RollBackAsync(Path, number, Shipped, new EditContext(Second, "it was wrong"), default));

    /// <summary>A version all the way to being served.</summary>
    public async Task<ContentVersionId> ServeAsync(string text)
    {
        var (id, _) = await DraftAsync(text);
        Assert.Equal(EditOutcome.Done, await SubmitAsync(id));
        Assert.Equal(EditOutcome.Done, await ApproveAsync(id, Second));
        Assert.Equal(EditOutcome.Done, await PublishAsync(id));
        return id;
    }

    public Task<PublishedContent> ReadAsync() => Host.Do<PublishingQueries, PublishedContent>(q => q.ReadAsync(default));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        database.Dispose();
    }
}
