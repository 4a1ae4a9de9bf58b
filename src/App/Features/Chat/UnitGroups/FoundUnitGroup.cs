using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <param name="Unit">Whose people are in it.</param>
/// <param name="IsUnitOnly">Only the unit and its inner departments, not the units below.</param>
/// <param name="Title">Null or empty: the unit's name.</param>
public sealed record FoundUnitGroupRequest(UnitId Unit, bool IsUnitOnly, string? Title);

/// <summary>Founds the group of a unit, whose members follow the directory from then on. The unit's administrators and heads may.</summary>
public sealed class FoundUnitGroup(IDbContextFactory<AppDbContext> databases, UnitChanges changes, IPersonFeed people, TimeProvider clock)
{
    public Task<Result<ConversationId>> HandleAsync(FoundUnitGroupRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "unit.group", $"unit:{request.Unit}", () => FoundAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<ConversationId>> FoundAsync(FoundUnitGroupRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.UnitGroups, cancellationToken);
        var found = await UnitHeads.FindUnitAsync(database, request.Unit, by, cancellationToken);
        if (found.Refusal is { } hidden)
        {
            return hidden;
        }

        var title = CleanText.Line(request.Title ?? "") is { Length: > 0 } given ? given : found.Value.Name;
        if (await CheckAsync(database, request, title, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var group = await AddAsync(database, request, title, by, cancellationToken);
        if (group.Refusal is { } unfit)
        {
            return unfit;
        }

        var members = await database.MembersOf(group.Value.Id).Select(member => member.PersonId).ToListAsync(cancellationToken);
        var detail = new { title, request.IsUnitOnly, members = members.Count };
        await changes.WriteAsync(database, by, "unit.group", $"unit:{request.Unit}", detail, cancellationToken);

        await write.CommitAsync(cancellationToken);

        foreach (var member in members)
        {
            people.Publish(member, new ConversationsChanged(group.Value.Id));
        }

        return group.Value.Id;
    }

    private async Task<Result<Conversation>> AddAsync(
        AppDbContext database, FoundUnitGroupRequest request, string title, PersonId by, CancellationToken cancellationToken)
    {
        var audience = AudienceRules.Make(title, [RuleOf(request)]);
        database.Audiences.Add(audience);
        await database.SaveChangesAsync(cancellationToken);
        var members = await AudienceMembers.In(database, audience.Id).OrderBy(id => id).Take(Conversation.MaxMembers + 1).ToListAsync(cancellationToken);
        if (members.Count is 0 or > Conversation.MaxMembers)
        {
            return members.Count == 0
                ? new Refusal(RefusalKind.Invalid, "Chat.UnitGroupEmpty", title)
                : new Refusal(RefusalKind.Invalid, "Chat.TooManyMembers", Conversation.MaxMembers);
        }

        var owner = await UnitGroupOwners.ChooseAsync(database, request.Unit, members, by, cancellationToken);
        var founder = await database.People.Where(person => person.Id == by).Select(person => person.Name).SingleAsync(cancellationToken);
        var group = Add(database, audience, by, founder, clock.Now());
        database.Members.AddRange(members.Select(person => new Member
        {
            ConversationId = group.Id,
            PersonId = person,
            Role = person == owner ? MemberRole.Owner : MemberRole.Member,
            ReadSeq = person == by ? 1 : 0,
        }));
        await database.SaveChangesAsync(cancellationToken);
        return group;
    }

    private static async Task<Refusal?> CheckAsync(AppDbContext database, FoundUnitGroupRequest request, string title, CancellationToken cancellationToken)
    {
        if (title.Length > Conversation.MaxTitleLength)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.TitleTooLong", Conversation.MaxTitleLength);
        }

        var there = await UnitGroupQueries.Of(database, request.Unit)
            .Where(row => row.IsUnitOnly == request.IsUnitOnly)
            .Select(row => row.Group.Title)
            .FirstOrDefaultAsync(cancellationToken);
        return there is null ? null : new Refusal(RefusalKind.Conflict, "Chat.UnitGroupThere", there);
    }

    private static AudienceRule RuleOf(FoundUnitGroupRequest request) =>
        new(AudienceTermKind.Subtree) { UnitId = request.Unit, Line = Line.Administrative, IsUnitOnly = request.IsUnitOnly };

    private static Conversation Add(AppDbContext database, Audience audience, PersonId by, string founder, DateTimeOffset now)
    {
        var group = new Conversation
        {
            Id = ConversationId.New(),
            Kind = ConversationKind.Group,
            Title = audience.Name,
            FounderId = by,
            AudienceId = audience.Id,
            CreatedAt = now,
        };
        database.Conversations.Add(group);
        database.ConversationHeads.Add(new ConversationHead { ConversationId = group.Id, LastSeq = 1, LastRev = 1, LastMessageAt = now, LastChangeAt = now });
        var body = SystemLine.Of("Chat.LineUnitFounded", founder);
        var line = new NewMessage(group.Id, by, Guid.CreateVersion7(), MessageKind.System, body) { At = now };
        database.Messages.Add(ConversationWriter.Stored(line, seq: 1, rev: 1));
        database.Changes.Add(new Change { ConversationId = group.Id, Rev = 1, Seq = 1, Op = ChangeOp.Members, At = now });
        return group;
    }
}
