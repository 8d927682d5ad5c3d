using Helpline.Core.Adjustments;
using Helpline.Core.Enquiries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class AdjustmentsConfiguration : IEntityTypeConfiguration<EnquirerAdjustments>
{
    public void Configure(EntityTypeBuilder<EnquirerAdjustments> builder)
    {
        builder.ToTable("Adjustments");
        builder.HasKey(a => a.EnquirerKey);
        builder.Property(a => a.EnquirerKey).HasMaxLength(Enquiry.HashLength);
    }
}
