using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Chat;

internal sealed class MemberMap : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("member");
        builder.HasKey(row => new { row.ConversationId, row.PersonId });
        builder.HasIndex(row => new { row.PersonId, row.ConversationId });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(row => row.ConversationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
