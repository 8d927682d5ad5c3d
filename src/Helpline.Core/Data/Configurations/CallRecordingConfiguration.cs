using Helpline.Core.Calls;
using Helpline.Core.Recordings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class CallRecordingConfiguration : IEntityTypeConfiguration<CallRecording>
{
    public void Configure(EntityTypeBuilder<CallRecording> builder)
    {
        // CallRecordingState.Stopped is 4 and Deleted 5: one recording at a time of each call.
        builder.HasKey(r => r.Id);
        builder.Property(r => r.ProviderRecordingId).HasMaxLength(Call.ProviderIdLength);
        builder.HasOne<Call>().WithMany().HasForeignKey(r => r.CallId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => r.CallId, "IX_CallRecordings_OneOpenPerCall").IsUnique().HasFilter("\"State\" < 4");
        builder.HasIndex(r => new { r.CallId, r.ConsentAt });
        builder.HasIndex(r => new { r.State, r.KeepUntil });
    }
}
