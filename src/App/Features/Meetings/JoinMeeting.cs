using HaiZhengTong.App.Features.Meetings.Rooms;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Meetings;

/// <summary>Lets a member of the meeting's conversation in, or back in after a lost connection or a reload.</summary>
internal sealed class JoinMeeting(
    IDbContextFactory<AppDbContext> databases, MeetingRooms rooms, MediaDrivers media, MeetingVoice voice, TimeProvider clock)
{
    public async Task<Result<JoinAnswer>> HandleAsync(
        JoinRequest request, PersonId by, string connectionId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var id = new MeetingId(request.MeetingId);
        var meeting = await database.MeetingsOpenTo(by).AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (Refuse(request, meeting) is { } refused)
        {
            return refused;
        }

        var driver = media.Of(meeting!.Media);
        var name = await database.People.Where(person => person.Id == by).Select(person => person.Name).SingleAsync(cancellationToken);
        var entry = new Entry(id, request.ParticipantId, by, name, connectionId, request.State, request.Fresh);
        var entered = rooms.Enter(entry, driver.Limits);
        if (entered.Refusal is { } full)
        {
            return full;
        }

        try
        {
            if (await KeepAsync(database, entry, cancellationToken) is { } late)
            {
                rooms.Leave(connectionId);
                return late;
            }
        }
        catch
        {
            rooms.Leave(connectionId);
            throw;
        }

        await voice.EnteredAsync(entry, entered.Value);
        var ticket = await driver.AdmitAsync(new MediaGuest(id, request.ParticipantId, by, name), cancellationToken);
        var host = await database.Meetings.Where(row => row.Id == id).Select(row => row.HostId).SingleAsync(cancellationToken);
        var (self, peers, resumed, missed) = (entered.Value.Self, entered.Value.Peers, entered.Value.Resumed, entered.Value.Missed);
        return new JoinAnswer(connectionId, resumed, self, peers, host.Value, ticket, missed);
    }

    private static Refusal? Refuse(JoinRequest request, Meeting? meeting) => meeting switch
    {
        _ when request.ParticipantId == Guid.Empty || request.State is not { IsWellFormed: true } => new(RefusalKind.Invalid, "Meetings.BadRequest"),
        null => new(RefusalKind.NotFound, "Meetings.NotFound"),
        { EndedAt: not null } => new(RefusalKind.Conflict, "Meetings.Over"),
        _ => null,
    };

    // The room was taken before the row is written, so that two cannot take the last seat; what changed in between counts.
    private async Task<Refusal?> KeepAsync(AppDbContext database, Entry entry, CancellationToken cancellationToken)
    {
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (!await database.Meetings.AnyAsync(row => row.Id == entry.MeetingId && row.EndedAt == null, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "Meetings.Over");
        }

        var stay = await database.MeetingAttendances.SingleOrDefaultAsync(
            row => row.MeetingId == entry.MeetingId && row.ParticipantId == entry.ParticipantId, cancellationToken);
        if (stay is not null && stay.PersonId != entry.PersonId)
        {
            return new Refusal(RefusalKind.Conflict, "Meetings.ParticipantTaken");
        }

        if (stay is null)
        {
            database.MeetingAttendances.Add(new MeetingAttendance
            {
                MeetingId = entry.MeetingId,
                ParticipantId = entry.ParticipantId,
                PersonId = entry.PersonId,
                JoinedAt = clock.GetUtcNow(),
            });
        }
        else
        {
            stay.LeftAt = null;
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
        return null;
    }
}
