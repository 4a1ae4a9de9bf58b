using HaiZhengTong.Domain.Admin;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Admin;

internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entry");
        builder.HasKey(row => row.Seq);
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.Property(row => row.Action).HasMaxLength(60);
        builder.Property(row => row.Subject).HasMaxLength(200);
        builder.Property(row => row.Source).HasMaxLength(AuditEntry.MaxSourceLength);
        builder.Property(row => row.Hash).HasMaxLength(64);
        builder.HasIndex(row => row.Subject);
        builder.HasIndex(row => new { row.ActorId, row.Seq });
        builder.HasIndex(row => new { row.UnitId, row.Seq });
        builder.HasIndex(row => row.At);
    }
}
