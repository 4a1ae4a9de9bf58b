using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class PersonTagMemberMap : IEntityTypeConfiguration<PersonTagMember>
{
    public void Configure(EntityTypeBuilder<PersonTagMember> builder)
    {
        builder.ToTable("person_tag_member");
        builder.HasKey(row => new { row.TagId, row.PersonId });
        builder.HasIndex(row => row.PersonId);
        builder.HasOne<PersonTag>().WithMany().HasForeignKey(row => row.TagId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
