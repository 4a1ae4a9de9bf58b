using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Gives a group another title; its owner may.</summary>
public sealed class RenameGroup(IDbContextFactory<AppDbContext> databases, IChatFeed feed, IPersonFeed people, TimeProvider clock)
{
    public async Task<Result<string>> HandleAsync(ConversationId conversation, string title, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(title);
        var clean = CleanText.Line(title);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await GroupAccess.FindAsync(database, conversation, by, cancellationToken) is not { } access)
        {
            return Memberships.NoSuchConversation;
        }

        if (Check(access, clean) is { } refusal)
        {
            return refusal;
        }

        if (access.Conversation.Title == clean)
        {
            return clean;
        }

        access.Conversation.Title = clean;
        access.Conversation.Version++;
        var body = SystemLine.Of("Chat.LineRenamed", access.MyName, clean);
        var line = await ConversationWriter.WriteAsync(
            database, access.Line(body, clock.Now()), ChangeOp.Members, cancellationToken);
        var members = await database.MembersOf(conversation).Select(member => member.PersonId).ToListAsync(cancellationToken);

        await write.CommitAsync(cancellationToken);

        feed.Publish(new MembersChanged(line, [], Left: []));
        foreach (var member in members)
        {
            people.Publish(member, new ConversationsChanged(conversation));
        }

        return clean;
    }

    private static Refusal? Check(GroupAccess access, string title)
    {
        if (!access.IsGroup)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.NotAGroup");
        }

        if (!access.IsOwner)
        {
            return new Refusal(RefusalKind.Forbidden, "Chat.OwnerOnly");
        }

        return title.Length is 0 or > Conversation.MaxTitleLength
            ? new Refusal(RefusalKind.Invalid, "Chat.TitleLength", Conversation.MaxTitleLength)
            : null;
    }
}
