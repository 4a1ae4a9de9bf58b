using HaiZhengTong.Domain.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.SignIn;

internal sealed class SignInSourceMap : IEntityTypeConfiguration<SignInSource>
{
    public void Configure(EntityTypeBuilder<SignInSource> builder)
    {
        builder.ToTable("sign_in_source");
        builder.HasKey(row => row.Source);
        builder.Property(row => row.Source).HasMaxLength(64);
    }
}
