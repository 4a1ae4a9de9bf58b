using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.SignIn;

internal sealed class AppUserMap : IEntityTypeConfiguration<AppUser>
{
    public void Configure(EntityTypeBuilder<AppUser> builder)
    {
        builder.ToTable("account");
        builder.HasIndex(row => row.PersonId).IsUnique();
        builder.HasOne<Person>().WithOne().HasForeignKey<AppUser>(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
