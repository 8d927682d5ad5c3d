using Helpline.Core.Contacts;
using Helpline.Core.Feedback;
using Helpline.Core.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class ContactFeedbackConfiguration : IEntityTypeConfiguration<ContactFeedback>
{
    public void Configure(EntityTypeBuilder<ContactFeedback> builder)
    {
        builder.HasKey(f => f.ContactId);
        builder.Property(f => f.TokenHash).HasMaxLength(64);
        builder.HasOne<Contact>().WithOne().HasForeignKey<ContactFeedback>(f => f.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => f.TokenHash);
        builder.HasIndex(f => f.GivenAt);
    }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Kind).HasMaxLength(OutboxMessage.CodeLength);
        builder.Property(m => m.Purpose).HasMaxLength(OutboxMessage.CodeLength);
        builder.Property(m => m.SetAsideReason).HasMaxLength(OutboxMessage.CodeLength);
        builder.HasIndex(m => new { m.SetAsideAt, m.Kind, m.DueAt });
    }
}

internal sealed class RecordReadConfiguration : IEntityTypeConfiguration<RecordRead>
{
    public void Configure(EntityTypeBuilder<RecordRead> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.ContactId, r.At });
    }
}

internal sealed class InstallationSecretConfiguration : IEntityTypeConfiguration<InstallationSecret>
{
    public void Configure(EntityTypeBuilder<InstallationSecret> builder)
    {
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(50);
    }
}
