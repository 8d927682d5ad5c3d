using Helpline.Core.Publishing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class ContentVersionConfiguration : IEntityTypeConfiguration<ContentVersion>
{
    public void Configure(EntityTypeBuilder<ContentVersion> builder)
    {
        // VersionStatus: Draft 0, Submitted 1, Approved 2, Scheduled 3. One open version for each file, whoever begins at the same time.
        const string Open = "\"Status\" IN (0, 1, 2, 3)";
        builder.HasKey(v => v.Id);
        builder.Property(v => v.Path).HasMaxLength(ContentVersion.PathLength);
        builder.Property(v => v.Text).HasMaxLength(ContentVersion.TextLength);
        builder.Property(v => v.Hash).HasMaxLength(ContentVersion.HashLength);
        builder.Property(v => v.BaseHash).HasMaxLength(ContentVersion.HashLength);
        builder.Property(v => v.ShippedHash).HasMaxLength(ContentVersion.HashLength);
        builder.Property(v => v.Note).HasMaxLength(ContentVersion.NoteLength);
        builder.Property(v => v.ReviewComment).HasMaxLength(ContentVersion.NoteLength);
        builder.HasIndex(v => new { v.Path, v.Number }).IsUnique();
        builder.HasIndex(v => v.Path, "IX_ContentVersions_OneOpenPerPath").IsUnique().HasFilter(Open);
        builder.HasIndex(v => new { v.Status, v.PublishAt });
    }
}

internal sealed class ContentHeadConfiguration : IEntityTypeConfiguration<ContentHead>
{
    public void Configure(EntityTypeBuilder<ContentHead> builder)
    {
        builder.HasKey(h => h.Name);
        builder.Property(h => h.Name).HasMaxLength(50);
    }
}

internal sealed class ContentChangeConfiguration : IEntityTypeConfiguration<ContentChange>
{
    public void Configure(EntityTypeBuilder<ContentChange> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Path).HasMaxLength(ContentVersion.PathLength);
        builder.Property(c => c.Why).HasMaxLength(ContentVersion.NoteLength);
        builder.HasIndex(c => new { c.Path, c.At });
    }
}

internal sealed class ContentMarkConfiguration : IEntityTypeConfiguration<ContentMark>
{
    public void Configure(EntityTypeBuilder<ContentMark> builder)
    {
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Path).HasMaxLength(ContentVersion.PathLength);
        builder.Property(m => m.Hash).HasMaxLength(ContentVersion.HashLength);
        builder.Property(m => m.Reason).HasMaxLength(ContentVersion.NoteLength);
        builder.HasIndex(m => m.Path, "IX_ContentMarks_OneOpenPerPath").IsUnique().HasFilter("\"ClearedAt\" IS NULL");
    }
}

internal sealed class ProvisionChangeConfiguration : IEntityTypeConfiguration<ProvisionChange>
{
    public void Configure(EntityTypeBuilder<ProvisionChange> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.ProvisionId).HasMaxLength(ProvisionChange.IdLength);
        builder.Property(c => c.What).HasMaxLength(ProvisionChange.WhatLength);
        builder.HasIndex(c => c.RecordedAt);
    }
}
