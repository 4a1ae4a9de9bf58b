using HaiZhengTong.Domain.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Chat;

internal sealed class ReactionMap : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> builder)
    {
        builder.ToTable("reaction");
        builder.HasKey(row => new { row.ConversationId, row.Seq, row.Sign, row.PersonId });
        builder.Property(row => row.Sign).HasMaxLength(16);
        builder.HasOne<Message>().WithMany().HasForeignKey(row => new { row.ConversationId, row.Seq }).OnDelete(DeleteBehavior.Cascade);
    }
}
