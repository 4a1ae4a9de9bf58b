using HaiZhengTong.Domain.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Chat;

internal sealed class ConversationHeadMap : IEntityTypeConfiguration<ConversationHead>
{
    public void Configure(EntityTypeBuilder<ConversationHead> builder)
    {
        builder.ToTable("conversation_head");
        builder.HasKey(row => row.ConversationId);
        builder.HasOne<Conversation>().WithOne().HasForeignKey<ConversationHead>(row => row.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
