using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Helpline.Core.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class TextMessageConfiguration : IEntityTypeConfiguration<TextMessage>
{
    public void Configure(EntityTypeBuilder<TextMessage> builder)
    {
        builder.ToTable("Texts");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.NumberKey).HasMaxLength(Enquiry.HashLength);
        builder.Property(t => t.ProviderId).HasMaxLength(TextMessage.CodeLength);
        builder.Property(t => t.Purpose).HasMaxLength(TextMessage.CodeLength);
        builder.Property(t => t.Reason).HasMaxLength(TextMessage.CodeLength);
        builder.HasOne<Contact>().WithMany().HasForeignKey(t => t.ContactId).OnDelete(DeleteBehavior.Cascade);

        // The same text twice is one text, whoever takes it at the same time.
        builder.HasIndex(t => t.ProviderId).IsUnique().HasFilter("\"ProviderId\" IS NOT NULL");
    }
}

internal sealed class TextNumberConfiguration : IEntityTypeConfiguration<TextNumber>
{
    public void Configure(EntityTypeBuilder<TextNumber> builder)
    {
        builder.ToTable("TextNumbers");
        builder.HasKey(n => n.NumberKey);
        builder.Property(n => n.NumberKey).HasMaxLength(Enquiry.HashLength);
    }
}
