using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>
/// Dissolves the group of a unit: nobody is in it any more, and it follows the directory no longer. Who may found one may;
/// the unit can have a new one afterwards, which begins empty.
/// </summary>
public sealed class DissolveUnitGroup(IDbContextFactory<AppDbContext> databases, UnitChanges changes, IChatFeed feed, IPersonFeed people, TimeProvider clock)
{
    public Task<Result<Done>> HandleAsync(UnitId unit, ConversationId group, PersonId by, CancellationToken cancellationToken) =>
        changes.GuardAsync(by, "unit.group-dissolve", $"unit:{unit}", () => DissolveAsync(unit, group, by, cancellationToken), cancellationToken);

    private async Task<Result<Done>> DissolveAsync(UnitId unit, ConversationId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.UnitGroups, cancellationToken);
        var found = await UnitHeads.FindUnitAsync(database, unit, by, cancellationToken);
        if (found.Refusal is { } hidden)
        {
            return hidden;
        }

        if (await UnitGroupQueries.Of(database, unit).Where(row => row.Group.Id == id).Select(row => row.Group).SingleOrDefaultAsync(cancellationToken) is not { } group)
        {
            return Memberships.NoSuchConversation;
        }

        var members = await database.MembersOf(id).OrderBy(member => member.PersonId).Select(member => member.PersonId).ToListAsync(cancellationToken);
        var line = await EmptyAsync(database, id, by, cancellationToken);
        await database.Audiences.Where(audience => audience.Id == group.AudienceId).ExecuteDeleteAsync(cancellationToken);
        group.AudienceId = null;
        await changes.WriteAsync(database, by, "unit.group-dissolve", $"unit:{unit}", new { title = group.Title, members = members.Count }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        feed.Publish(new MembersChanged(line, [], members));
        foreach (var member in members)
        {
            people.Publish(member, new ConversationsChanged(id));
        }

        return default(Done);
    }

    // The last line, and everybody out with it.
    private async Task<MessageView> EmptyAsync(AppDbContext database, ConversationId group, PersonId by, CancellationToken cancellationToken)
    {
        var name = await database.People.Where(person => person.Id == by).Select(person => person.Name).SingleAsync(cancellationToken);
        var body = SystemLine.Of("Chat.LineUnitDissolved", name);
        var line = await ConversationWriter.WriteAsync(
            database, new NewMessage(group, by, Guid.CreateVersion7(), MessageKind.System, body) { At = clock.Now() }, ChangeOp.Members, cancellationToken);
        await database.MembersOf(group).ExecuteUpdateAsync(
            row => row.SetProperty(member => member.LeftSeq, line.Seq).SetProperty(member => member.Role, MemberRole.Member), cancellationToken);
        return line;
    }
}
