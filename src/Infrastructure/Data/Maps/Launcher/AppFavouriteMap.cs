using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Launcher;

internal sealed class AppFavouriteMap : IEntityTypeConfiguration<AppFavourite>
{
    public void Configure(EntityTypeBuilder<AppFavourite> builder)
    {
        builder.ToTable("app_favourite");
        builder.HasKey(row => new { row.PersonId, row.ApplicationId });
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<OaApplication>().WithMany().HasForeignKey(row => row.ApplicationId).OnDelete(DeleteBehavior.Cascade);
    }
}
