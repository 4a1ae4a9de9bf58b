using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class LdapPersonLinkMap : IEntityTypeConfiguration<LdapPersonLink>
{
    public void Configure(EntityTypeBuilder<LdapPersonLink> builder)
    {
        builder.ToTable("ldap_person_link");
        builder.HasKey(row => new { row.Source, row.EntryId });
        builder.Property(row => row.Source).HasMaxLength(LdapPersonLink.MaxSourceLength);
        builder.Property(row => row.EntryId).HasMaxLength(LdapPersonLink.MaxEntryIdLength);
        builder.HasIndex(row => new { row.Source, row.PersonId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
