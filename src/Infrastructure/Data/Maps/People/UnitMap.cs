using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class UnitMap : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.ToTable("unit");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(Unit.MaxNameLength);
        builder.Property(row => row.ShortName).HasMaxLength(Unit.MaxNameLength);
        builder.Property(row => row.NamePy).HasMaxLength(700);
        builder.Property(row => row.DivisionCode).HasMaxLength(12);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => new { row.ParentId, row.Sort, row.Id });
        builder.HasIndex(row => new { row.LineParentId, row.Sort, row.Id });
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.LineParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
