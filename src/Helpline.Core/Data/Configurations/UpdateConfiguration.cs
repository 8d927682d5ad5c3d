using Helpline.Core.Advisers;
using Helpline.Core.Backlog;
using Helpline.Core.Contacts;
using Helpline.Core.Updates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Helpline.Core.Data.Configurations;

internal sealed class UpdateArrivalConfiguration : IEntityTypeConfiguration<UpdateArrival>
{
    public void Configure(EntityTypeBuilder<UpdateArrival> builder)
    {
        builder.HasKey(a => a.UpdateId);
        builder.Property(a => a.UpdateId).HasMaxLength(UpdateArrival.IdLength);
    }
}

internal sealed class UpdateAcknowledgementConfiguration : IEntityTypeConfiguration<UpdateAcknowledgement>
{
    public void Configure(EntityTypeBuilder<UpdateAcknowledgement> builder)
    {
        builder.HasKey(a => new { a.AdviserId, a.UpdateId });
        builder.Property(a => a.UpdateId).HasMaxLength(UpdateArrival.IdLength);
        builder.HasOne<Adviser>().WithMany().HasForeignKey(a => a.AdviserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => a.UpdateId);
    }
}

internal sealed class SearchMissConfiguration : IEntityTypeConfiguration<SearchMiss>
{
    public void Configure(EntityTypeBuilder<SearchMiss> builder)
    {
        builder.HasKey(m => new { m.Day, m.Kind, m.Side, m.Terms });
        builder.Property(m => m.Terms).HasMaxLength(SearchMiss.TermsLength);
    }
}

internal sealed class ArticleRatingConfiguration : IEntityTypeConfiguration<ArticleRating>
{
    public void Configure(EntityTypeBuilder<ArticleRating> builder)
    {
        builder.HasKey(r => new { r.ArticleSlug, r.ArticleVersion, r.Day, r.Helpful, r.Reason });
        builder.Property(r => r.ArticleSlug).HasMaxLength(Citation.SlugLength);
        builder.Property(r => r.ArticleVersion).HasMaxLength(64);
    }
}
