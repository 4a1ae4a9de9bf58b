using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class ScimLinkMap : IEntityTypeConfiguration<ScimLink>
{
    public void Configure(EntityTypeBuilder<ScimLink> builder)
    {
        builder.ToTable("scim_link");
        builder.HasKey(row => new { row.ClientId, row.ResourceId });
        builder.Property(row => row.ExternalId).HasMaxLength(ScimLink.MaxExternalIdLength);
        builder.HasIndex(row => new { row.ClientId, row.ExternalId }).IsUnique();
        builder.HasOne<ScimClient>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Cascade);
    }
}
