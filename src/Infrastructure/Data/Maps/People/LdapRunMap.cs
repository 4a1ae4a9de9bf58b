using HaiZhengTong.Domain.People.Ldap;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class LdapRunMap : IEntityTypeConfiguration<LdapRun>
{
    public void Configure(EntityTypeBuilder<LdapRun> builder)
    {
        builder.ToTable("ldap_run");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Source).HasMaxLength(LdapPersonLink.MaxSourceLength);
        builder.HasIndex(row => new { row.Source, row.StartedAt });
    }
}
