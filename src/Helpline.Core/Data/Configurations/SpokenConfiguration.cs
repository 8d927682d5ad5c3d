using Helpline.Core.Spoken;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class SpokenWordsConfiguration : IEntityTypeConfiguration<SpokenWords>
{
    public void Configure(EntityTypeBuilder<SpokenWords> builder)
    {
        builder.HasKey(w => w.Slot);
        builder.Property(w => w.Slot).ValueGeneratedNever();
        builder.Property(w => w.Greeting).HasMaxLength(SpokenText.Longest);
        builder.Property(w => w.Privacy).HasMaxLength(SpokenText.Longest);
    }
}

internal sealed class SpokenRecordingConfiguration : IEntityTypeConfiguration<SpokenRecording>
{
    public void Configure(EntityTypeBuilder<SpokenRecording> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
    }
}

internal sealed class SpokenChangeConfiguration : IEntityTypeConfiguration<SpokenChange>
{
    public void Configure(EntityTypeBuilder<SpokenChange> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.What).HasMaxLength(SpokenChange.WhatLength);
        builder.HasIndex(c => c.At);
    }
}
