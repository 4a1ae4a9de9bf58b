using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.People;

internal sealed class DutyMap : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> builder)
    {
        builder.ToTable("duty");
        builder.HasKey(row => row.Code);
        builder.Property(row => row.Code).HasMaxLength(Duty.MaxCodeLength);
        builder.Property(row => row.Name).HasMaxLength(Duty.MaxNameLength);
        builder.Property(row => row.NameEn).HasMaxLength(Duty.MaxNameLength);
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasData(
            new Duty { Code = "leader", Name = "单位领导", NameEn = "Leader", Sort = 10 },
            new Duty { Code = "department-head", Name = "部门负责人", NameEn = "Department head", Sort = 20 },
            new Duty { Code = "office-director", Name = "办公室主任", NameEn = "Office director", Sort = 30 },
            new Duty { Code = "duty-officer", Name = "值班人员", NameEn = "Duty officer", Sort = 40 },
            new Duty { Code = "information-officer", Name = "信息化专员", NameEn = "Information officer", Sort = 50 },
            new Duty { Code = "liaison", Name = "联络员", NameEn = "Liaison", Sort = 60 },
            new Duty { Code = "grid-worker", Name = "网格员", NameEn = "Grid worker", Sort = 70 });
    }
}
