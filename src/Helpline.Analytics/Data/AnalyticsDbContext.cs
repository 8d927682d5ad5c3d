using Microsoft.EntityFrameworkCore;

namespace Helpline.Analytics.Data;

/// <summary>Analytics' own database: the window, the outbox and the figures. It holds no person.</summary>
public abstract class AnalyticsDbContext(DbContextOptions options) : DbContext(options)
{
    internal DbSet<HeldFacts> HeldFacts => Set<HeldFacts>();

    internal DbSet<Delivery> Deliveries => Set<Delivery>();

    internal DbSet<PublishedWindow> PublishedWindows => Set<PublishedWindow>();

    internal DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    internal DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    internal DbSet<Lease> Leases => Set<Lease>();

    internal DbSet<WindowFigure> WindowFigures => Set<WindowFigure>();

    internal DbSet<ContactFigure> ContactFigures => Set<ContactFigure>();

    internal DbSet<HiddenFigure> HiddenFigures => Set<HiddenFigure>();

    internal DbSet<CombinationRow> Combinations => Set<CombinationRow>();

    internal DbSet<SatisfactionFigure> SatisfactionFigures => Set<SatisfactionFigure>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(AnalyticsDbContext).Assembly);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
    }
}
