using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.SignIn;

internal sealed class ApiTokenMap : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> builder)
    {
        builder.ToTable("api_token");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Name).HasMaxLength(ApiToken.MaxNameLength);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.HasIndex(row => row.Hash).IsUnique();
        builder.HasIndex(row => row.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
