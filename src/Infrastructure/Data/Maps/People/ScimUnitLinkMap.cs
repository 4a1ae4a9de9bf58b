using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class ScimUnitLinkMap : IEntityTypeConfiguration<ScimUnitLink>
{
    public void Configure(EntityTypeBuilder<ScimUnitLink> builder)
    {
        builder.ToTable("scim_unit_link");
        builder.HasKey(row => new { row.ClientId, row.UnitId });
        builder.Property(row => row.ExternalId).HasMaxLength(ScimPersonLink.MaxExternalIdLength);
        builder.HasIndex(row => new { row.ClientId, row.ExternalId }).IsUnique();
        builder.HasOne<ScimClient>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}
