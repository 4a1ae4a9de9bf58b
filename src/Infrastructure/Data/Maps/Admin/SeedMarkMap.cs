using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Admin;

internal sealed class SeedMarkMap : IEntityTypeConfiguration<SeedMark>
{
    public void Configure(EntityTypeBuilder<SeedMark> builder)
    {
        builder.ToTable("seed_mark");
        builder.HasKey(row => row.Name);
        builder.Property(row => row.Name).HasMaxLength(20);
    }
}
