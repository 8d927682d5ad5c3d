using Helpline.Core.Surges;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class SurgeConfiguration : IEntityTypeConfiguration<Surge>
{
    public void Configure(EntityTypeBuilder<Surge> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Reason).HasMaxLength(Surge.ReasonLength);
        builder.Property(s => s.Banner).HasMaxLength(Surge.BannerLength);
        builder.HasIndex(s => s.Slot, "IX_Surges_OneOpen").IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }
}

internal sealed class SurgeChangeConfiguration : IEntityTypeConfiguration<SurgeChange>
{
    public void Configure(EntityTypeBuilder<SurgeChange> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Terms).HasMaxLength(2_000);
        builder.HasIndex(c => c.At);
    }
}

internal sealed class SurgeQuotaUseConfiguration : IEntityTypeConfiguration<SurgeQuotaUse>
{
    public void Configure(EntityTypeBuilder<SurgeQuotaUse> builder) => builder.HasKey(q => new { q.SurgeId, q.PeriodStart });
}
