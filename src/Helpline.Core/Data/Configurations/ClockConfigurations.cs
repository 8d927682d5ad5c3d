using Helpline.Core.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class ContactEventDateConfiguration : IEntityTypeConfiguration<ContactEventDate>
{
    public void Configure(EntityTypeBuilder<ContactEventDate> builder)
    {
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.EventId).HasMaxLength(Contact.CodeLength);
        builder.HasIndex(e => new { e.ContactId, e.EventId }).IsUnique();
    }
}

internal sealed class ContactDutyConfiguration : IEntityTypeConfiguration<ContactDuty>
{
    public void Configure(EntityTypeBuilder<ContactDuty> builder)
    {
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.DutyId).HasMaxLength(ContactDuty.DutyIdLength);
        builder.HasIndex(d => new { d.ContactId, d.DutyId }).IsUnique();
        // Routing asks for the open duties of a waiting contact, the list of reminders for those of all by day.
        builder.HasIndex(d => new { d.DueOn, d.DoneAt });
    }
}
