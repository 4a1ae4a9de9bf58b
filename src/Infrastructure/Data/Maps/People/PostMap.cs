using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class PostMap : IEntityTypeConfiguration<Post>
{
    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("post");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Title).HasMaxLength(Post.MaxTextLength);
        builder.Property(row => row.Duty).HasMaxLength(40);
        builder.Property(row => row.OfficePhone).HasMaxLength(Post.MaxTextLength);
        builder.Property(row => row.Room).HasMaxLength(Post.MaxTextLength);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.EndsOn).HasFilter("ends_on is not null");
        builder.HasIndex(row => row.Visibility).HasFilter("visibility <> 0");
        builder.HasIndex(row => new { row.UnitId, row.RankSort, row.Id });
        builder.HasIndex(row => row.PersonId);

        // Searched by title and by duty, all over the province and inside units.
        builder.HasIndex(row => new { row.Title, row.UnitId });
        builder.HasIndex(row => new { row.Duty, row.UnitId });
        // One main post a person, whatever the use cases do.
        builder.HasIndex(row => row.PersonId, "ix_post_main").IsUnique().HasFilter("is_main").HasDatabaseName("ix_post_main");
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
