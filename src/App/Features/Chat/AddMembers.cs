using System.Globalization;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Brings more people into a group; any member may. What was said before they came does not count as unread.</summary>
public sealed class AddMembers(IDbContextFactory<AppDbContext> databases, IChatFeed feed, IPersonFeed people, TimeProvider clock)
{
    // A line of the system names this many; of the others it gives the number.
    private const int Named = 8;

    /// <summary>Answers how many came new.</summary>
    public async Task<Result<int>> HandleAsync(
        ConversationId conversation, IReadOnlyList<PersonId> newcomers, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await GroupAccess.FindAsync(database, conversation, by, cancellationToken) is not { } access)
        {
            return Memberships.NoSuchConversation;
        }

        var known = await database.Members.Where(row => row.ConversationId == conversation).ToListAsync(cancellationToken);
        var present = known.Where(row => row.LeftSeq is null).Select(row => row.PersonId).ToHashSet();
        PersonId[] wanted = [.. newcomers.Distinct().Where(person => !present.Contains(person))];
        var names = await database.People
            .Where(person => wanted.Contains(person.Id) && person.Status == PersonStatus.Active)
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var gone = new Refusal(RefusalKind.Invalid, "Chat.PersonGone");
        if ((Check(access, wanted, present.Count) ?? await ContactCheck.RefuseAsync(database, by, wanted, gone, cancellationToken)) is { } refusal)
        {
            return refusal;
        }

        if (wanted.Length == 0)
        {
            return 0;
        }

        var head = await database.HeadAsync(conversation, cancellationToken);
        Join(database, conversation, wanted, known, head.LastSeq);
        var body = Names("Chat.LineAdded", [.. wanted.Select(person => names[person])], access.MyName);
        var line = await ConversationWriter.WriteAsync(database, access.Line(body, clock.Now()), ChangeOp.Members, cancellationToken);

        await write.CommitAsync(cancellationToken);

        Tell(line, wanted);
        return wanted.Length;
    }

    private void Tell(MessageView line, PersonId[] newcomers)
    {
        feed.Publish(new MembersChanged(line, newcomers, Left: []));
        foreach (var person in newcomers)
        {
            people.Publish(person, new ConversationsChanged(line.ConversationId));
        }
    }

    private static Refusal? Check(GroupAccess access, PersonId[] wanted, int present)
    {
        if (!access.IsGroup)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.NotAGroup");
        }

        if (access.FollowsDirectory)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.FollowsDirectory");
        }

        return present + wanted.Length > Conversation.MaxMembers
            ? new Refusal(RefusalKind.Invalid, "Chat.TooManyMembers", Conversation.MaxMembers)
            : null;
    }

    /// <summary>Makes members of them, of former ones again, inside the caller's write.</summary>
    internal static void Join(AppDbContext database, ConversationId conversation, IReadOnlyList<PersonId> wanted, List<Member> known, long lastSeq)
    {
        foreach (var person in wanted)
        {
            var member = known.Find(row => row.PersonId == person);
            if (member is null)
            {
                member = new Member { ConversationId = conversation, PersonId = person };
                database.Members.Add(member);
            }

            member.Role = MemberRole.Member;
            member.LeftSeq = null;
            member.JoinedSeq = lastSeq;
        }
    }

    /// <summary>A line about people who came or went: the key and their names, or the key with "Many", the first names and the number.</summary>
    internal static string Names(string key, IReadOnlyList<string> names, params string[] before) => names.Count <= Named
        ? SystemLine.Of(key, [.. before, string.Join('、', names)])
        : SystemLine.Of(key + "Many", [.. before, string.Join('、', names.Take(Named)), names.Count.ToString(CultureInfo.InvariantCulture)]);
}
