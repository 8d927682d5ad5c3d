using Helpline.Core.OutsideNumbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class OutsideNumberConfiguration : IEntityTypeConfiguration<OutsideNumber>
{
    public void Configure(EntityTypeBuilder<OutsideNumber> builder)
    {
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Name).HasMaxLength(OutsideNumber.NameLength);
        builder.Property(n => n.NameKey).HasMaxLength(OutsideNumber.NameLength);
        builder.Property(n => n.Number).HasMaxLength(OutsideNumber.NumberLength);
        builder.Property(n => n.Note).HasMaxLength(OutsideNumber.NoteLength);
        builder.HasIndex(n => n.NameKey, "IX_OutsideNumbers_OneOfEachName").IsUnique().HasFilter("\"RemovedAt\" IS NULL");
    }
}
