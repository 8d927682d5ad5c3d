using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class OfferConfiguration : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        // OfferStatus.Pending is 0: at most one pending offer for each contact and each adviser (docs/adr/0007).
        const string Pending = "\"Status\" = 0";
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Reason).HasMaxLength(Contact.CodeLength);
        builder.HasOne<Contact>().WithMany().HasForeignKey(o => o.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Adviser>().WithMany().HasForeignKey(o => o.AdviserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.ContactId, "IX_Offers_OnePendingPerContact").IsUnique().HasFilter(Pending);
        builder.HasIndex(o => o.AdviserId, "IX_Offers_OnePendingPerAdviser").IsUnique().HasFilter(Pending);
        builder.HasIndex(o => new { o.Status, o.ExpiresAt });
        builder.HasIndex(o => new { o.ContactId, o.EndedAt });
        builder.HasIndex(o => new { o.AdviserId, o.EndedAt });
    }
}

internal sealed class RoutingLeaseConfiguration : IEntityTypeConfiguration<RoutingLease>
{
    public void Configure(EntityTypeBuilder<RoutingLease> builder)
    {
        builder.HasKey(l => l.Name);
        builder.Property(l => l.Name).HasMaxLength(50);
        builder.Property(l => l.Holder).HasMaxLength(100);
    }
}
