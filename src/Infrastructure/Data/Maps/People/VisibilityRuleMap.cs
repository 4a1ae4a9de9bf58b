using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class VisibilityRuleMap : IEntityTypeConfiguration<VisibilityRule>
{
    public void Configure(EntityTypeBuilder<VisibilityRule> builder)
    {
        builder.ToTable("visibility_rule");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Reason).HasMaxLength(VisibilityRule.MaxReasonLength);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.UnitId);
        builder.HasIndex(row => row.PersonId);
        builder.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Audience>().WithMany().HasForeignKey(row => row.ExceptId).OnDelete(DeleteBehavior.SetNull);
    }
}
