using Helpline.Core.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.TopicId).HasMaxLength(Contact.CodeLength);
        builder.Property(c => c.TopicGroupId).HasMaxLength(Contact.CodeLength);
        builder.Property(c => c.AuthorityCode).HasMaxLength(9);
        builder.Property(c => c.RegionCode).HasMaxLength(9);
        builder.Property(c => c.StageId).HasMaxLength(Contact.CodeLength);
        builder.Property(c => c.EnquirerRoleId).HasMaxLength(Contact.CodeLength);
        builder.Property(c => c.AgeBand).HasMaxLength(Contact.CodeLength);
        builder.Property(c => c.EnquirerKey).HasMaxLength(64);
        builder.Property(c => c.DispositionCode).HasMaxLength(Contact.CodeLength);
        builder.Property(c => c.ReferralCodes).HasMaxLength(1_000);
        builder.HasMany(c => c.Citations).WithOne().HasForeignKey(c => c.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Citations).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(c => c.EventDates).WithOne().HasForeignKey(e => e.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.EventDates).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(c => c.Duties).WithOne().HasForeignKey(d => d.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(c => c.Duties).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(c => new { c.Status, c.JoinedAt });
        builder.HasIndex(c => new { c.AdviserId, c.Status });
        builder.HasIndex(c => new { c.EnquirerKey, c.ArrivedAt });
        builder.HasIndex(c => c.ArrivedAt);
        builder.HasIndex(c => c.ReplyDueAt);
    }
}

internal sealed class CitationConfiguration : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.ArticleSlug).HasMaxLength(Citation.SlugLength);
        builder.Property(c => c.ArticleVersion).HasMaxLength(64);
        builder.HasIndex(c => new { c.ArticleSlug, c.CitedAt });
    }
}

internal sealed class TimelineEntryConfiguration : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("Timeline");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Kind).HasMaxLength(TimelineEntry.CodeLength);
        builder.Property(t => t.Code).HasMaxLength(TimelineEntry.CodeLength);
        builder.HasIndex(t => new { t.ContactId, t.At });
    }
}
