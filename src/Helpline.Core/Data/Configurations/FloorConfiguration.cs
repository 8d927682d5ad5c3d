using Helpline.Core.Blocks;
using Helpline.Core.Contacts;
using Helpline.Core.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class RerouteConfiguration : IEntityTypeConfiguration<Reroute>
{
    public void Configure(EntityTypeBuilder<Reroute> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.FromSkillId).HasMaxLength(Contact.CodeLength);
        builder.Property(r => r.ToSkillId).HasMaxLength(Contact.CodeLength);
        builder.HasIndex(r => r.FromSkillId, "IX_Reroutes_OneOpenPerGroup").IsUnique().HasFilter("\"EndedAt\" IS NULL");
    }
}

internal sealed class BlockConfiguration : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> builder)
    {
        builder.HasKey(b => b.Id);
        builder.Property(b => b.EnquirerKey).HasMaxLength(64);
        builder.Property(b => b.ReasonCode).HasMaxLength(Contact.CodeLength);
        builder.HasIndex(b => b.ContactId).IsUnique();
        builder.HasIndex(b => new { b.EnquirerKey, b.Status, b.Until });
        builder.HasIndex(b => new { b.Status, b.Until });
    }
}
