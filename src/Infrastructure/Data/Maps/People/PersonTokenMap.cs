using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class PersonTokenMap : IEntityTypeConfiguration<PersonToken>
{
    public void Configure(EntityTypeBuilder<PersonToken> builder)
    {
        builder.ToTable("person_token");
        builder.HasKey(row => new { row.Token, row.PersonId });
        builder.Property(row => row.Token).HasMaxLength(PersonToken.MaxLength);
        builder.HasIndex(row => row.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
