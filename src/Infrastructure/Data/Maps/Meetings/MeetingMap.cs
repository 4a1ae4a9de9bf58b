using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Meetings;

internal sealed class MeetingMap : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.ToTable("meeting");
        builder.HasKey(row => row.Id);
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Title).HasMaxLength(Meeting.MaxTitleLength);
        builder.Property(row => row.Media).HasMaxLength(20);
        builder.HasIndex(row => new { row.ConversationId, row.EndedAt });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(row => row.ConversationId).OnDelete(DeleteBehavior.Cascade);
    }
}
