using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class ScimPersonLinkMap : IEntityTypeConfiguration<ScimPersonLink>
{
    public void Configure(EntityTypeBuilder<ScimPersonLink> builder)
    {
        builder.ToTable("scim_person_link");
        builder.HasKey(row => new { row.ClientId, row.PersonId });
        builder.Property(row => row.ExternalId).HasMaxLength(ScimPersonLink.MaxExternalIdLength);
        builder.HasIndex(row => new { row.ClientId, row.ExternalId }).IsUnique();
        builder.HasOne<ScimClient>().WithMany().HasForeignKey(row => row.ClientId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
