using Helpline.Core.Advisers;
using Helpline.Core.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class AdviserConfiguration : IEntityTypeConfiguration<Adviser>
{
    public void Configure(EntityTypeBuilder<Adviser> builder)
    {
        builder.HasKey(a => a.Id);
        builder.Property(a => a.DisplayName).HasMaxLength(Adviser.NameLength);
        builder.HasMany(a => a.Skills).WithOne().HasForeignKey(s => s.AdviserId).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(a => a.Skills).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.HasIndex(a => a.Presence);
    }
}

internal sealed class AdviserSkillConfiguration : IEntityTypeConfiguration<AdviserSkill>
{
    public void Configure(EntityTypeBuilder<AdviserSkill> builder)
    {
        builder.HasKey(s => new { s.AdviserId, s.SkillId });
        builder.Property(s => s.SkillId).HasMaxLength(Contact.CodeLength);
    }
}

internal sealed class OwnPhoneConfiguration : IEntityTypeConfiguration<OwnPhone>
{
    public void Configure(EntityTypeBuilder<OwnPhone> builder)
    {
        builder.HasKey(p => p.AdviserId);
        builder.HasOne<Adviser>().WithOne().HasForeignKey<OwnPhone>(p => p.AdviserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class HelplineUserConfiguration : IEntityTypeConfiguration<HelplineUser>
{
    public void Configure(EntityTypeBuilder<HelplineUser> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(Adviser.NameLength);
        builder.HasIndex(u => u.AdviserId);
    }
}
