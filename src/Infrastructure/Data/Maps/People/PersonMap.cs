using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("person");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Account).HasMaxLength(AccountName.MaxLength);
        builder.Property(row => row.Name).HasMaxLength(Person.MaxNameLength);
        builder.Property(row => row.NamePy).HasMaxLength(350);
        builder.Property(row => row.Reading).HasMaxLength(350);
        builder.Property(row => row.Mobile).HasMaxLength(Person.MaxMobileLength);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(row => row.Account).IsUnique();
        builder.HasIndex(row => row.LeavesOn).HasFilter("leaves_on is not null");

        // Few people are shut out; head-counts leave them out by this short list.
        builder.HasIndex(row => row.Status).HasFilter("status <> 0");
    }
}
