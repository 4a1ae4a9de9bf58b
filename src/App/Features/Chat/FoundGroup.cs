using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <param name="People">Who shall be in it, besides the founder.</param>
/// <param name="Title">Null or empty: made from the names.</param>
public sealed record FoundGroupRequest(IReadOnlyList<PersonId> People, string? Title);

/// <summary>Founds a work group; the founder owns it.</summary>
public sealed class FoundGroup(IDbContextFactory<AppDbContext> databases, IPersonFeed people, TimeProvider clock)
{
    public async Task<Result<ConversationId>> HandleAsync(FoundGroupRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var title = CleanText.Line(request.Title ?? "");
        PersonId[] invited = [.. request.People.Where(person => person != by).Distinct()];
        if (Check(title, invited) is { } refusal)
        {
            return refusal;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var gone = new Refusal(RefusalKind.Invalid, "Chat.PersonGone");
        if (await ContactCheck.RefuseAsync(database, by, [by, .. invited], gone, cancellationToken) is { } unreachable)
        {
            return unreachable;
        }

        var names = await NamesAsync(database, [by, .. invited], cancellationToken);

        var group = Add(database, by, invited, title.Length > 0 ? title : GroupTitle.Of([.. names.Values]), clock.Now());
        AddFirstLine(database, group, names[by]);

        await using (var write = await database.BeginWriteAsync(cancellationToken))
        {
            await database.SaveChangesAsync(cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        foreach (var member in names.Keys)
        {
            people.Publish(member, new ConversationsChanged(group.Id));
        }

        return group.Id;
    }

    private static Refusal? Check(string title, PersonId[] invited) => (title.Length, invited.Length) switch
    {
        ( > Conversation.MaxTitleLength, _) => new Refusal(RefusalKind.Invalid, "Chat.TitleTooLong", Conversation.MaxTitleLength),
        (_, 0) => new Refusal(RefusalKind.Invalid, "Chat.NobodyPicked"),
        (_, >= Conversation.MaxMembers) => new Refusal(RefusalKind.Invalid, "Chat.TooManyMembers", Conversation.MaxMembers),
        _ => null,
    };

    // The founder first, the others as they were picked.
    private static async Task<Dictionary<PersonId, string>> NamesAsync(AppDbContext database, PersonId[] wanted, CancellationToken cancellationToken)
    {
        var found = await database.People
            .Where(person => wanted.Contains(person.Id) && person.Status == PersonStatus.Active)
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return wanted.Where(found.ContainsKey).ToDictionary(person => person, person => found[person]);
    }

    private static Conversation Add(AppDbContext database, PersonId by, PersonId[] invited, string title, DateTimeOffset now)
    {
        var group = new Conversation
        {
            Id = ConversationId.New(),
            Kind = ConversationKind.Group,
            Title = title,
            FounderId = by,
            CreatedAt = now,
        };
        database.Conversations.Add(group);
        database.ConversationHeads.Add(new ConversationHead { ConversationId = group.Id, LastSeq = 1, LastRev = 1, LastMessageAt = now, LastChangeAt = now });
        database.Members.Add(new Member { ConversationId = group.Id, PersonId = by, Role = MemberRole.Owner, ReadSeq = 1 });
        database.Members.AddRange(invited.Select(person => new Member { ConversationId = group.Id, PersonId = person }));
        return group;
    }

    private static void AddFirstLine(AppDbContext database, Conversation group, string founder)
    {
        var body = SystemLine.Of("Chat.LineFounded", founder);
        var line = new NewMessage(group.Id, group.FounderId, Guid.CreateVersion7(), MessageKind.System, body) { At = group.CreatedAt };
        database.Messages.Add(ConversationWriter.Stored(line, seq: 1, rev: 1));
        database.Changes.Add(new Change { ConversationId = group.Id, Rev = 1, Seq = 1, Op = ChangeOp.Members, At = group.CreatedAt });
    }
}
