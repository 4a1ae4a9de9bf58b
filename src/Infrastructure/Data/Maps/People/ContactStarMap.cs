using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class ContactStarMap : IEntityTypeConfiguration<ContactStar>
{
    public void Configure(EntityTypeBuilder<ContactStar> builder)
    {
        builder.ToTable("contact_star");
        builder.HasKey(row => new { row.PersonId, row.OtherId });
        builder.HasIndex(row => row.OtherId);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.OtherId).OnDelete(DeleteBehavior.Cascade);
    }
}
