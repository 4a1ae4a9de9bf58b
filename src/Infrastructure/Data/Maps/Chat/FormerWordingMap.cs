using HaiZhengTong.Domain.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Chat;

internal sealed class FormerWordingMap : IEntityTypeConfiguration<FormerWording>
{
    public void Configure(EntityTypeBuilder<FormerWording> builder)
    {
        builder.ToTable("former_wording");
        builder.HasKey(row => new { row.ConversationId, row.Seq, row.Rev });
        builder.Property(row => row.Body).HasMaxLength(Message.MaxLength);
        builder.HasOne<Message>().WithMany().HasForeignKey(row => new { row.ConversationId, row.Seq }).OnDelete(DeleteBehavior.Cascade);
    }
}
