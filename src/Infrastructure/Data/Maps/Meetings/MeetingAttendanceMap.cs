using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiZhengTong.Infrastructure.Data.Maps.Meetings;

internal sealed class MeetingAttendanceMap : IEntityTypeConfiguration<MeetingAttendance>
{
    public void Configure(EntityTypeBuilder<MeetingAttendance> builder)
    {
        builder.ToTable("meeting_attendance");
        builder.HasKey(row => new { row.MeetingId, row.ParticipantId });
        builder.HasIndex(row => row.PersonId);
        builder.HasOne<Meeting>().WithMany().HasForeignKey(row => row.MeetingId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(row => row.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
