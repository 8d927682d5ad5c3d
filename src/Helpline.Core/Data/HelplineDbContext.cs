using Helpline.Core.Adjustments;
using Helpline.Core.Advisers;
using Helpline.Core.Backlog;
using Helpline.Core.Blocks;
using Helpline.Core.Bookings;
using Helpline.Core.Calls;
using Helpline.Core.Common;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Feedback;
using Helpline.Core.Legs;
using Helpline.Core.Outbox;
using Helpline.Core.OutsideNumbers;
using Helpline.Core.Publishing;
using Helpline.Core.Recall;
using Helpline.Core.Recordings;
using Helpline.Core.Routing;
using Helpline.Core.Spoken;
using Helpline.Core.Surges;
using Helpline.Core.Texts;
using Helpline.Core.Updates;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Helpline.Core.Data;

/// <summary>
/// The contact centre's database. One SaveChanges per use case: the change, its timeline and its outbox messages together; what
/// happened is announced after the commit. Two contexts derive from it, one for each provider (docs/adr/0004).
/// </summary>
public abstract class HelplineDbContext(DbContextOptions options, ColumnProtector protector, CommittedEvents committed)
    : IdentityDbContext<HelplineUser, IdentityRole<Guid>, Guid>(options)
{
    /// <summary>Communications with one person each.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Articles relied on.</summary>
    public DbSet<Citation> Citations => Set<Citation>();

    /// <summary>What happened that starts statutory clocks.</summary>
    public DbSet<ContactEventDate> ContactEventDates => Set<ContactEventDate>();

    /// <summary>What is therefore due.</summary>
    public DbSet<ContactDuty> ContactDuties => Set<ContactDuty>();

    /// <summary>The history of contacts.</summary>
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    /// <summary>Phone sessions.</summary>
    public DbSet<Call> Calls => Set<Call>();

    /// <summary>Legs in a call's room besides caller and adviser.</summary>
    public DbSet<RoomLeg> RoomLegs => Set<RoomLeg>();

    /// <summary>Conversations recorded because the caller agreed.</summary>
    public DbSet<CallRecording> CallRecordings => Set<CallRecording>();

    /// <summary>Answers already given to the provider, for repeats.</summary>
    public DbSet<WebhookReply> WebhookReplies => Set<WebhookReply>();

    /// <summary>Staff who handle contacts.</summary>
    public DbSet<Adviser> Advisers => Set<Adviser>();

    /// <summary>The telephones of advisers who are not rung in the browser.</summary>
    public DbSet<OwnPhone> OwnPhones => Set<OwnPhone>();

    /// <summary>Contacts presented to advisers.</summary>
    public DbSet<Offer> Offers => Set<Offer>();

    /// <summary>Who runs the routing loop.</summary>
    public DbSet<RoutingLease> RoutingLeases => Set<RoutingLease>();

    /// <summary>Topic groups sent to another skill.</summary>
    public DbSet<Reroute> Reroutes => Set<Reroute>();

    /// <summary>Numbers that advisers may bring into a call.</summary>
    public DbSet<OutsideNumber> OutsideNumbers => Set<OutsideNumber>();

    /// <summary>Times in which more is asked than can be answered as usual.</summary>
    public DbSet<Surge> Surges => Set<Surge>();

    /// <summary>Who changed a surge, and how.</summary>
    public DbSet<SurgeChange> SurgeChanges => Set<SurgeChange>();

    /// <summary>Callbacks promised while a surge limits them.</summary>
    public DbSet<SurgeQuotaUse> SurgeQuotaUses => Set<SurgeQuotaUse>();

    /// <summary>What an administrator changed of what callers hear.</summary>
    public DbSet<SpokenWords> SpokenWords => Set<SpokenWords>();

    /// <summary>Recordings callers hear in place of a text.</summary>
    public DbSet<SpokenRecording> SpokenRecordings => Set<SpokenRecording>();

    /// <summary>Who changed what callers hear, and how.</summary>
    public DbSet<SpokenChange> SpokenChanges => Set<SpokenChange>();

    /// <summary>Blocks of numbers.</summary>
    public DbSet<Block> Blocks => Set<Block>();

    /// <summary>What enquirers said.</summary>
    public DbSet<ContactFeedback> Feedback => Set<ContactFeedback>();

    /// <summary>Questions asked in writing.</summary>
    public DbSet<Enquiry> Enquiries => Set<Enquiry>();

    /// <summary>What the links in our mails prove themselves with.</summary>
    public DbSet<EnquirySecret> EnquirySecrets => Set<EnquirySecret>();

    /// <summary>Answers being written.</summary>
    public DbSet<EnquiryDraft> EnquiryDrafts => Set<EnquiryDraft>();

    /// <summary>Questions being filled in.</summary>
    public DbSet<EnquiryJourney> EnquiryJourneys => Set<EnquiryJourney>();

    /// <summary>Tries of PINs.</summary>
    public DbSet<PinTries> PinTries => Set<PinTries>();

    /// <summary>When advisers usually work.</summary>
    public DbSet<RotaWeekday> RotaWeekdays => Set<RotaWeekday>();

    /// <summary>Dates on which they work otherwise.</summary>
    public DbSet<RotaException> RotaExceptions => Set<RotaException>();

    /// <summary>Booked calls.</summary>
    public DbSet<Booking> Bookings => Set<Booking>();

    /// <summary>The half hours they take up.</summary>
    public DbSet<BookedCell> BookedCells => Set<BookedCell>();

    /// <summary>What is to be done after a commit.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>What enquirers have asked to have done differently.</summary>
    public DbSet<EnquirerAdjustments> Adjustments => Set<EnquirerAdjustments>();

    /// <summary>Text messages.</summary>
    public DbSet<TextMessage> Texts => Set<TextMessage>();

    /// <summary>What is known of numbers that text.</summary>
    public DbSet<TextNumber> TextNumbers => Set<TextNumber>();

    /// <summary>Who read which record.</summary>
    public DbSet<RecordRead> RecordReads => Set<RecordRead>();

    /// <summary>Versions of content files written in the product.</summary>
    public DbSet<ContentVersion> ContentVersions => Set<ContentVersion>();

    /// <summary>The row that moves with everything nodes must take over of the content.</summary>
    public DbSet<ContentHead> ContentHeads => Set<ContentHead>();

    /// <summary>The history of content files.</summary>
    public DbSet<ContentChange> ContentChanges => Set<ContentChange>();

    /// <summary>Content that is wrong.</summary>
    public DbSet<ContentMark> ContentMarks => Set<ContentMark>();

    /// <summary>Changes of provisions.</summary>
    public DbSet<ProvisionChange> ProvisionChanges => Set<ProvisionChange>();

    /// <summary>Re-contact lists.</summary>
    public DbSet<RecallList> RecallLists => Set<RecallList>();

    /// <summary>Contacts on re-contact lists.</summary>
    public DbSet<RecallEntry> RecallEntries => Set<RecallEntry>();

    /// <summary>When updates were first served.</summary>
    public DbSet<UpdateArrival> UpdateArrivals => Set<UpdateArrival>();

    /// <summary>Updates advisers have read.</summary>
    public DbSet<UpdateAcknowledgement> UpdateAcknowledgements => Set<UpdateAcknowledgement>();

    /// <summary>Searches that failed.</summary>
    public DbSet<SearchMiss> SearchMisses => Set<SearchMiss>();

    /// <summary>What readers said of articles.</summary>
    public DbSet<ArticleRating> ArticleRatings => Set<ArticleRating>();

    /// <summary>Secrets of the installation.</summary>
    public DbSet<InstallationSecret> Secrets => Set<InstallationSecret>();

    /// <summary>Whether there is anything to commit: a change, or an event that only the timeline keeps.</summary>
    internal bool HasWork => ChangeTracker.HasChanges() || ChangeTracker.Entries<Entity>().Any(e => e.Entity.Events.Count > 0);

    /// <summary>Encrypts columns; also tells one host's model from another's.</summary>
    internal ColumnProtector Protector => protector;

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var events = CollectEvents();
        var outboxGrew = ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added);
        var rows = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await committed.AnnounceAsync(events, outboxGrew);
        return rows;
    }

    /// <summary>Not used: every write is asynchronous, so that what happened can be announced.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(HelplineDbContext).Assembly);
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(Entity).IsAssignableFrom(entity.ClrType))
            {
                builder.Entity(entity.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
                builder.Entity(entity.ClrType).Ignore(nameof(Entity.Events));
            }
        }

        PersonalData.Encrypt(builder, protector);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<ContactId>().HaveConversion<ContactIdConverter>();
        configurationBuilder.Properties<CallId>().HaveConversion<CallIdConverter>();
        configurationBuilder.Properties<AdviserId>().HaveConversion<AdviserIdConverter>();
        configurationBuilder.Properties<OfferId>().HaveConversion<OfferIdConverter>();
        configurationBuilder.Properties<RoomLegId>().HaveConversion<RoomLegIdConverter>();
        configurationBuilder.Properties<RecordingId>().HaveConversion<RecordingIdConverter>();
        configurationBuilder.Properties<EnquiryId>().HaveConversion<EnquiryIdConverter>();
        configurationBuilder.Properties<ContentVersionId>().HaveConversion<ContentVersionIdConverter>();
        configurationBuilder.Properties<RecallId>().HaveConversion<RecallIdConverter>();
        configurationBuilder.Properties<OutsideNumberId>().HaveConversion<OutsideNumberIdConverter>();
        configurationBuilder.Properties<SurgeId>().HaveConversion<SurgeIdConverter>();
        configurationBuilder.Properties<RerouteId>().HaveConversion<RerouteIdConverter>();
        configurationBuilder.Properties<BlockId>().HaveConversion<BlockIdConverter>();
        configurationBuilder.Properties<BookingId>().HaveConversion<BookingIdConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ReplaceService<IModelCacheKeyFactory, ProtectedModelCacheKey>();

    private List<DomainEvent> CollectEvents()
    {
        List<DomainEvent> events = [];
        foreach (var entry in ChangeTracker.Entries<Entity>().ToList())
        {
            if (entry.State is EntityState.Unchanged && entry.Entity.Events.Count == 0)
            {
                continue;
            }

            if (entry.State is EntityState.Modified || (entry.State is EntityState.Unchanged && entry.Entity.Events.Count > 0))
            {
                entry.Entity.Version++;
                entry.State = EntityState.Modified;
            }

            foreach (var e in entry.Entity.Events.OfType<ContactDomainEvent>())
            {
                e.Version = entry.Entity.Version;
                e.Owner = (entry.Entity as Contact)?.AdviserId;
            }

            events.AddRange(entry.Entity.Events);
            entry.Entity.ClearEvents();
        }

        Timeline.AddRange(events.OfType<ContactDomainEvent>().Select(TimelineEntry.From));
        return events;
    }

    /// <summary>Encryption is part of the model, so two hosts in one process must not share one.</summary>
    private sealed class ProtectedModelCacheKey : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) =>
            (context.GetType(), (context as HelplineDbContext)?.Protector, designTime);
    }
}
