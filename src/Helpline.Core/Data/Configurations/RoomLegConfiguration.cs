using Helpline.Core.Advisers;
using Helpline.Core.Calls;
using Helpline.Core.Legs;
using Helpline.Core.OutsideNumbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class RoomLegConfiguration : IEntityTypeConfiguration<RoomLeg>
{
    public void Configure(EntityTypeBuilder<RoomLeg> builder)
    {
        // RoomLegKind.Consult is 0, Monitor is 1, Outside is 2, and RoomLegState.Ended is 2: one colleague and one from outside at a time
        // for each call, and a supervisor is on one call at a time.
        builder.HasKey(l => l.Id);
        builder.Property(l => l.ProviderLegId).HasMaxLength(Call.ProviderIdLength);
        builder.Property(l => l.Number).HasMaxLength(OutsideNumber.NumberLength);
        builder.HasOne<OutsideNumber>().WithMany().HasForeignKey(l => l.OutsideNumberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Call>().WithMany().HasForeignKey(l => l.CallId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Adviser>().WithMany().HasForeignKey(l => l.AdviserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.CallId, "IX_RoomLegs_OneConsultPerCall").IsUnique().HasFilter("\"Kind\" = 0 AND \"State\" <> 2");
        builder.HasIndex(l => l.CallId, "IX_RoomLegs_OneOutsidePerCall").IsUnique().HasFilter("\"Kind\" = 2 AND \"State\" <> 2");
        builder.HasIndex(l => l.AdviserId, "IX_RoomLegs_OneMonitorPerAdviser").IsUnique().HasFilter("\"Kind\" = 1 AND \"State\" <> 2");
        builder.HasIndex(l => new { l.CallId, l.State });
        builder.HasIndex(l => l.OfferId);
    }
}
