using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Launcher;

internal sealed class OaApplicationMap : IEntityTypeConfiguration<OaApplication>
{
    public void Configure(EntityTypeBuilder<OaApplication> builder)
    {
        builder.ToTable("application");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(OaApplication.MaxNameLength);
        builder.Property(row => row.NamePy).HasMaxLength(400);
        builder.Property(row => row.Glyph).HasMaxLength(8);
        builder.Property(row => row.Address).HasMaxLength(2000);
        builder.Property(row => row.Category).HasMaxLength(40);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.Category, row.Sort, row.Id });
        builder.HasOne<Audience>().WithMany().HasForeignKey(row => row.AudienceId).OnDelete(DeleteBehavior.SetNull);
    }
}
