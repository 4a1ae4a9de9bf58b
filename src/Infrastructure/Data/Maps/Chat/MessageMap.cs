using HaiZhengTong.Domain.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Chat;

internal sealed class MessageMap : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("message");
        builder.HasKey(row => new { row.ConversationId, row.Seq });
        builder.Property(row => row.Body).HasMaxLength(Message.MaxLength);
        builder.HasIndex(row => row.Id).IsUnique();
        builder.HasIndex(row => new { row.SenderId, row.ClientId }).IsUnique();
        builder.HasOne<Conversation>().WithMany().HasForeignKey(row => row.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
