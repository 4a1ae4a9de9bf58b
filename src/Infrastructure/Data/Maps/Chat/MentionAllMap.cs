using HaiZhengTong.Domain.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Chat;

internal sealed class MentionAllMap : IEntityTypeConfiguration<MentionAll>
{
    public void Configure(EntityTypeBuilder<MentionAll> builder)
    {
        builder.ToTable("mention_all");
        builder.HasKey(row => new { row.ConversationId, row.Seq });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(row => row.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
