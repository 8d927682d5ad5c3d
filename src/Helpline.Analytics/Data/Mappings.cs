using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Analytics.Data;

internal sealed class HeldFactsMapping : IEntityTypeConfiguration<HeldFacts>
{
    public void Configure(EntityTypeBuilder<HeldFacts> builder)
    {
        builder.ToTable("HeldFacts").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => new { row.Kind, row.Week });
    }
}

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.HasIndex(row => row.ReceivedOn);
    }
}

internal sealed class PublishedWindowMapping : IEntityTypeConfiguration<PublishedWindow>
{
    public void Configure(EntityTypeBuilder<PublishedWindow> builder)
    {
        builder.ToTable("PublishedWindows").HasKey(row => row.WindowId);
        builder.Property(row => row.WindowId).HasMaxLength(Mapped.CodeLength);
        builder.HasIndex(row => new { row.Kind, row.Week });
    }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox").HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Type).HasMaxLength(Mapped.CodeLength);
        builder.HasIndex(row => row.DueAt);
    }
}

internal sealed class InboxMessageMapping : IEntityTypeConfiguration<InboxMessage>
{
    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("Inbox").HasKey(row => row.MessageId);
        builder.Property(row => row.MessageId).ValueGeneratedNever();
        builder.HasIndex(row => row.ReceivedAt);
    }
}

internal sealed class LeaseMapping : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        builder.ToTable("Leases").HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(Mapped.CodeLength);
    }
}

internal static class Mapped
{
    public const int CodeLength = 64;
}
