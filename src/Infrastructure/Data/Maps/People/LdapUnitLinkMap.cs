using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class LdapUnitLinkMap : IEntityTypeConfiguration<LdapUnitLink>
{
    public void Configure(EntityTypeBuilder<LdapUnitLink> builder)
    {
        builder.ToTable("ldap_unit_link");
        builder.HasKey(row => new { row.Source, row.EntryId });
        builder.Property(row => row.Source).HasMaxLength(LdapPersonLink.MaxSourceLength);
        builder.Property(row => row.EntryId).HasMaxLength(LdapPersonLink.MaxEntryIdLength);
        builder.HasIndex(row => new { row.Source, row.UnitId }).IsUnique();
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Cascade);
    }
}
