using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>
/// Brings the members of every unit's group into line with its audience: who belongs comes in, who does not goes out, each
/// with a line of the system's. It compares what is there with what should be, so it may run at any time, on several
/// nodes, and after any change it missed. Above the size limit of groups nobody more comes in.
/// </summary>
internal sealed partial class FollowDirectory(
    IDbContextFactory<AppDbContext> databases, UnitGroupTeller teller, UnitGroupFull full, TimeProvider clock, ILogger<FollowDirectory> logger)
{
    /// <summary>Compares all groups; answers how many changed.</summary>
    public async Task<int> HandleAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return (await FollowAsync(await UnitGroupQueries.All(database).ToListAsync(cancellationToken), cancellationToken)).Changed;
    }

    /// <summary>Compares these groups.</summary>
    public async Task<FollowOutcome> FollowAsync(IEnumerable<UnitGroupKey> groups, CancellationToken cancellationToken)
    {
        var (changed, failed) = (0, 0);
        foreach (var group in groups)
        {
            try
            {
                changed += await FollowAsync(group, cancellationToken) ? 1 : 0;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // One group must not keep the others from following; it is compared again at the next beat.
                failed++;
                LogFollowFailed(exception, group.Group);
            }
        }

        return new FollowOutcome(changed, failed);
    }

    private async Task<bool> FollowAsync(UnitGroupKey key, CancellationToken cancellationToken)
    {
        var (group, audience) = key;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var seen = await CompareAsync(database, group, audience, cancellationToken);
        if (seen.LeavesOut)
        {
            await full.TellAsync(database, group, cancellationToken);
        }

        if (seen.IsEmpty)
        {
            return false;
        }

        // Two nodes that saw the same change take turns; the second finds nothing left to do.
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.UnitGroups, cancellationToken);
        var moves = await CompareAsync(database, group, audience, cancellationToken);
        if (moves.IsEmpty || !await database.Conversations.AnyAsync(row => row.Id == group && row.AudienceId == audience, cancellationToken))
        {
            return false;
        }

        var left = moves.Left.Count == 0 ? null : await TakeOutAsync(database, group, moves.Left, cancellationToken);
        var joined = moves.Joined.Count == 0 ? null : await BringInAsync(database, group, moves.Joined, cancellationToken);
        await UnitGroupOwners.EnsureAsync(database, group, cancellationToken);

        await write.CommitAsync(cancellationToken);

        teller.Tell(group, moves, left, joined);
        return true;
    }

    private static async Task<UnitGroupMoves> CompareAsync(
        AppDbContext database, ConversationId group, AudienceId audience, CancellationToken cancellationToken)
    {
        var belong = AudienceMembers.In(database, audience);
        var present = database.MembersOf(group).Select(member => member.PersonId);
        var left = await present.Where(person => !belong.Contains(person)).OrderBy(person => person).ToListAsync(cancellationToken);
        var room = Conversation.MaxMembers - await present.CountAsync(cancellationToken) + left.Count;
        var joined = await belong
            .Where(person => !present.Contains(person))
            .OrderBy(person => person)
            .Take(Math.Max(room, 0) + 1)
            .ToListAsync(cancellationToken);
        return new UnitGroupMoves([.. joined.Take(Math.Max(room, 0))], left) { LeavesOut = joined.Count > Math.Max(room, 0) };
    }

    private async Task<MessageView> TakeOutAsync(
        AppDbContext database, ConversationId group, IReadOnlyList<PersonId> left, CancellationToken cancellationToken)
    {
        var line = await WriteAsync(database, group, left, "Chat.LineFollowedOut", cancellationToken);
        foreach (var member in await database.MembersOf(group).Where(member => left.Contains(member.PersonId)).ToListAsync(cancellationToken))
        {
            member.LeftSeq = line.Seq;
            member.Role = MemberRole.Member;
        }

        await database.SaveChangesAsync(cancellationToken);
        return line;
    }

    private async Task<MessageView> BringInAsync(
        AppDbContext database, ConversationId group, IReadOnlyList<PersonId> joined, CancellationToken cancellationToken)
    {
        var known = await database.Members.Where(row => row.ConversationId == group && joined.Contains(row.PersonId)).ToListAsync(cancellationToken);
        var head = await database.HeadAsync(group, cancellationToken);
        AddMembers.Join(database, group, joined, known, head.LastSeq);
        await database.SaveChangesAsync(cancellationToken);
        return await WriteAsync(database, group, joined, "Chat.LineFollowedIn", cancellationToken);
    }

    // In the name of the first who moves, so that nobody else's place of reading moves with the line.
    private async Task<MessageView> WriteAsync(
        AppDbContext database, ConversationId group, IReadOnlyList<PersonId> moved, string key, CancellationToken cancellationToken)
    {
        var names = await database.People
            .Where(person => moved.Contains(person.Id))
            .OrderBy(person => person.NamePy).ThenBy(person => person.Id)
            .Select(person => person.Name)
            .ToListAsync(cancellationToken);
        var line = new NewMessage(group, moved[0], Guid.CreateVersion7(), MessageKind.System, AddMembers.Names(key, names)) { At = clock.Now() };
        return await ConversationWriter.WriteAsync(database, line, ChangeOp.Members, cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "The group {Group} could not follow the directory and is compared again")]
    private partial void LogFollowFailed(Exception exception, ConversationId group);
}
