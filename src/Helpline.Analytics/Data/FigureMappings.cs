using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Analytics.Data;

internal sealed class WindowFigureMapping : IEntityTypeConfiguration<WindowFigure>
{
    public void Configure(EntityTypeBuilder<WindowFigure> builder)
    {
        builder.ToTable("WindowFigures").HasKey(row => row.WindowId);
        builder.Property(row => row.WindowId).HasMaxLength(Mapped.CodeLength);
        builder.HasIndex(row => row.Week);
    }
}

internal sealed class ContactFigureMapping : IEntityTypeConfiguration<ContactFigure>
{
    public void Configure(EntityTypeBuilder<ContactFigure> builder)
    {
        builder.ToTable("ContactFigures").HasKey(row => new { row.WindowId, row.Dimension, row.ParentCode, row.Code });
        builder.Property(row => row.WindowId).HasMaxLength(Mapped.CodeLength);
        builder.Property(row => row.ParentCode).HasMaxLength(Mapped.CodeLength);
        builder.Property(row => row.Code).HasMaxLength(Mapped.CodeLength);
        builder.HasIndex(row => new { row.Dimension, row.Week, row.ParentCode, row.Code });
    }
}

internal sealed class HiddenFigureMapping : IEntityTypeConfiguration<HiddenFigure>
{
    public void Configure(EntityTypeBuilder<HiddenFigure> builder)
    {
        builder.ToTable("HiddenFigures").HasKey(row => new { row.WindowId, row.Dimension, row.ParentCode });
        builder.Property(row => row.WindowId).HasMaxLength(Mapped.CodeLength);
        builder.Property(row => row.ParentCode).HasMaxLength(Mapped.CodeLength);
        builder.HasIndex(row => new { row.Dimension, row.Week, row.ParentCode });
    }
}

internal sealed class CombinationRowMapping : IEntityTypeConfiguration<CombinationRow>
{
    public void Configure(EntityTypeBuilder<CombinationRow> builder)
    {
        builder.ToTable("Combinations").HasKey(row => new { row.WindowId, row.Ordinal });
        builder.Property(row => row.WindowId).HasMaxLength(Mapped.CodeLength);
        builder.Property(row => row.Place).HasMaxLength(Mapped.CodeLength);
        builder.Property(row => row.Topic).HasMaxLength(Mapped.CodeLength);
        builder.Property(row => row.Stage).HasMaxLength(Mapped.CodeLength);
        builder.Property(row => row.Role).HasMaxLength(Mapped.CodeLength);
        builder.Property(row => row.Channel).HasMaxLength(Mapped.CodeLength);
        builder.HasIndex(row => row.Week);
    }
}

internal sealed class SatisfactionFigureMapping : IEntityTypeConfiguration<SatisfactionFigure>
{
    public void Configure(EntityTypeBuilder<SatisfactionFigure> builder)
    {
        builder.ToTable("SatisfactionFigures")
            .HasKey(row => new { row.WindowId, row.Question, row.Dimension, row.Code });
        builder.Property(row => row.WindowId).HasMaxLength(Mapped.CodeLength);
        builder.Property(row => row.Code).HasMaxLength(Mapped.CodeLength);
        builder.HasIndex(row => new { row.Question, row.Dimension, row.Week, row.Code });
    }
}
