using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class UnitClosureMap : IEntityTypeConfiguration<UnitClosure>
{
    public void Configure(EntityTypeBuilder<UnitClosure> builder)
    {
        builder.ToTable("unit_closure");
        builder.HasKey(row => new { row.Line, row.AncestorId, row.DescendantId });
        builder.HasIndex(row => new { row.Line, row.DescendantId, row.AncestorId });
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.AncestorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.DescendantId).OnDelete(DeleteBehavior.Cascade);
    }
}
