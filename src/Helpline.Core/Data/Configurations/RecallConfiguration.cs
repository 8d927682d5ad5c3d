using Helpline.Core.Contacts;
using Helpline.Core.Recall;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class RecallListConfiguration : IEntityTypeConfiguration<RecallList>
{
    public void Configure(EntityTypeBuilder<RecallList> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.ArticleSlug).HasMaxLength(Citation.SlugLength);
        builder.Property(r => r.ArticleVersion).HasMaxLength(64);
        builder.Property(r => r.Reason).HasMaxLength(RecallList.ReasonLength);
        builder.HasMany(r => r.Entries).WithOne().HasForeignKey(e => e.RecallId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(r => r.Entries).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(r => r.StartedAt);
    }
}

internal sealed class RecallEntryConfiguration : IEntityTypeConfiguration<RecallEntry>
{
    public void Configure(EntityTypeBuilder<RecallEntry> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ArticleVersion).HasMaxLength(64);
        builder.HasOne<Contact>().WithMany().HasForeignKey(e => e.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.RecallId, e.ContactId }).IsUnique();
    }
}
