using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class AudienceTermMap : IEntityTypeConfiguration<AudienceTerm>
{
    public void Configure(EntityTypeBuilder<AudienceTerm> builder)
    {
        builder.ToTable("audience_term");
        builder.HasKey(row => new { row.AudienceId, row.Ordinal });
        builder.Property(row => row.Duty).HasMaxLength(40);
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PersonTag>().WithMany().HasForeignKey(row => row.TagId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
