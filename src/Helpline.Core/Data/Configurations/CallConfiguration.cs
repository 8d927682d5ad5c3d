using Helpline.Core.Calls;
using Helpline.Core.Contacts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class CallConfiguration : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.HasKey(c => c.Id);
        foreach (var name in new[] { nameof(Call.ProviderCallId), nameof(Call.Room), nameof(Call.ProviderRoomId), nameof(Call.AdviserLegId), nameof(Call.ProviderQueueId), nameof(Call.RecordingId) })
        {
            builder.Property(name).HasMaxLength(Call.ProviderIdLength);
        }

        builder.HasOne<Contact>().WithMany().HasForeignKey(c => c.ContactId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.ProviderCallId).IsUnique();
        builder.HasIndex(c => c.OfferId);
        builder.HasIndex(c => c.AdviserLegId);
        builder.HasIndex(c => c.Room).IsUnique();
        builder.HasIndex(c => c.State);
    }
}

internal sealed class WebhookReplyConfiguration : IEntityTypeConfiguration<WebhookReply>
{
    public void Configure(EntityTypeBuilder<WebhookReply> builder)
    {
        builder.HasKey(r => r.Key);
        builder.Property(r => r.Key).HasMaxLength(WebhookReply.KeyLength);
        builder.HasIndex(r => r.GivenAt);
    }
}
