using HaiZhengTong.Domain.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Chat;

internal sealed class ChangeMap : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.ToTable("change");
        builder.HasKey(row => new { row.ConversationId, row.Rev });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(row => row.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
