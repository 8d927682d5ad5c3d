using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class EnquiryConfiguration : IEntityTypeConfiguration<Enquiry>
{
    public void Configure(EntityTypeBuilder<Enquiry> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Reference).HasMaxLength(EnquiryReference.Length);
        builder.Property(e => e.FormTokenHash).HasMaxLength(Enquiry.HashLength);
        builder.Property(e => e.PinHash).HasMaxLength(Enquiry.HashLength);
        builder.Property(e => e.Origin).HasMaxLength(Enquiry.HashLength);
        builder.HasMany(e => e.Messages).WithOne().HasForeignKey(m => m.EnquiryId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(e => e.Messages).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasMany(e => e.Secrets).WithOne().HasForeignKey(s => s.EnquiryId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(e => e.Secrets).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(e => e.Reference).IsUnique();
        builder.HasIndex(e => e.FormTokenHash).IsUnique();
    }
}

internal sealed class EnquiryMessageConfiguration : IEntityTypeConfiguration<EnquiryMessage>
{
    public void Configure(EntityTypeBuilder<EnquiryMessage> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<Contact>().WithMany().HasForeignKey(m => m.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(m => m.Citations).WithOne().HasForeignKey(c => c.MessageId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(m => m.Citations).UsePropertyAccessMode(PropertyAccessMode.Field);

        // MessageAuthor.Adviser is 1: one answer for each contact, whoever sends at the same time. A question that came by text may have several parts.
        builder.HasIndex(m => m.ContactId, "IX_EnquiryMessages_OneAnswerPerContact").IsUnique().HasFilter("\"Author\" = 1");
        builder.HasIndex(m => new { m.ContactId, m.Author });
    }
}

internal sealed class EnquiryCitationConfiguration : IEntityTypeConfiguration<EnquiryCitation>
{
    public void Configure(EntityTypeBuilder<EnquiryCitation> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.ArticleSlug).HasMaxLength(Citation.SlugLength);
        builder.Property(c => c.ArticleVersion).HasMaxLength(64);
    }
}

internal sealed class EnquirySecretConfiguration : IEntityTypeConfiguration<EnquirySecret>
{
    public void Configure(EntityTypeBuilder<EnquirySecret> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Hash).HasMaxLength(Enquiry.HashLength);
        builder.HasIndex(s => s.Hash).IsUnique();
    }
}

internal sealed class EnquiryDraftConfiguration : IEntityTypeConfiguration<EnquiryDraft>
{
    public void Configure(EntityTypeBuilder<EnquiryDraft> builder)
    {
        builder.HasKey(d => d.ContactId);
        builder.HasOne<Contact>().WithOne().HasForeignKey<EnquiryDraft>(d => d.ContactId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class EnquiryJourneyConfiguration : IEntityTypeConfiguration<EnquiryJourney>
{
    public void Configure(EntityTypeBuilder<EnquiryJourney> builder)
    {
        builder.HasKey(j => j.KeyHash);
        builder.Property(j => j.KeyHash).HasMaxLength(Enquiry.HashLength);
        builder.HasIndex(j => j.ExpiresAt);
    }
}

internal sealed class PinTriesConfiguration : IEntityTypeConfiguration<PinTries>
{
    public void Configure(EntityTypeBuilder<PinTries> builder)
    {
        builder.ToTable("PinTries");
        builder.HasKey(t => t.ReferenceKey);
        builder.Property(t => t.ReferenceKey).HasMaxLength(Enquiry.HashLength);
        builder.HasIndex(t => t.LastAt);
    }
}
