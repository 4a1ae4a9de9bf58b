using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class PersonTokenMap : IEntityTypeConfiguration<PersonToken>
{
    public void Configure(EntityTypeBuilder<PersonToken> builder)
    {
        builder.ToTable("person_token");
        // By kind of token first, so that the best matches of any prefix are one short range each.
        builder.HasKey(row => new { row.Weight, row.Token, row.PersonId });
        builder.Property(row => row.Token).HasMaxLength(PersonToken.MaxLength);
        builder.HasIndex(row => new { row.PersonId, row.Token });
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
