using Helpline.Core.Advisers;
using Helpline.Core.Bookings;
using Helpline.Core.Contacts;
using Helpline.Core.Enquiries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class RotaWeekdayConfiguration : IEntityTypeConfiguration<RotaWeekday>
{
    public void Configure(EntityTypeBuilder<RotaWeekday> builder)
    {
        builder.HasKey(w => new { w.AdviserId, w.Weekday });
        builder.Property(w => w.Hours).HasMaxLength(RotaHours.Length);
        builder.HasOne<Adviser>().WithMany().HasForeignKey(w => w.AdviserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class RotaExceptionConfiguration : IEntityTypeConfiguration<RotaException>
{
    public void Configure(EntityTypeBuilder<RotaException> builder)
    {
        builder.HasKey(e => new { e.AdviserId, e.Day });
        builder.Property(e => e.Hours).HasMaxLength(RotaHours.Length);
        builder.HasOne<Adviser>().WithMany().HasForeignKey(e => e.AdviserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => e.Day);
    }
}

internal sealed class BookingConfiguration : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Reference).HasMaxLength(EnquiryReference.Length);
        builder.Property(b => b.SecretHash).HasMaxLength(Enquiry.HashLength);
        builder.Property(b => b.FormTokenHash).HasMaxLength(Enquiry.HashLength);
        builder.Property(b => b.Origin).HasMaxLength(Enquiry.HashLength);
        builder.Property(b => b.NumberKey).HasMaxLength(Contact.CodeLength);
        builder.Property(b => b.TopicId).HasMaxLength(Contact.CodeLength);
        builder.Property(b => b.TopicGroupId).HasMaxLength(Contact.CodeLength);
        builder.Property(b => b.AuthorityCode).HasMaxLength(Contact.CodeLength);
        builder.Property(b => b.RegionCode).HasMaxLength(Contact.CodeLength);
        builder.HasMany(b => b.Cells).WithOne().HasForeignKey(c => c.BookingId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(b => b.Cells).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasOne<Contact>().WithMany().HasForeignKey(b => b.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(b => b.Reference).IsUnique();
        builder.HasIndex(b => b.SecretHash).IsUnique();
        builder.HasIndex(b => b.FormTokenHash).IsUnique();
        builder.HasIndex(b => new { b.State, b.StartsAt });
        builder.HasIndex(b => b.StartsAt);
        builder.HasIndex(b => new { b.NumberKey, b.State });
    }
}

internal sealed class BookedCellConfiguration : IEntityTypeConfiguration<BookedCell>
{
    public void Configure(EntityTypeBuilder<BookedCell> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.SkillId).HasMaxLength(Contact.CodeLength);
        builder.HasOne<Adviser>().WithMany().HasForeignKey(c => c.AdviserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.CellAt, c.AdviserId }).IsUnique();
        builder.HasIndex(c => new { c.CellAt, c.Seat }).IsUnique();
        builder.HasIndex(c => new { c.CellAt, c.SkillId, c.SkillSeat }).IsUnique().HasFilter("\"SkillId\" IS NOT NULL");
    }
}
