using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>Tells the members of a unit's group, and those who were, who came and who went.</summary>
internal sealed class UnitGroupTeller(IChatFeed feed, IPersonFeed people)
{
    public void Tell(ConversationId group, UnitGroupMoves moves, MessageView? left, MessageView? joined)
    {
        if (left is not null)
        {
            feed.Publish(new MembersChanged(left, [], moves.Left));
        }

        if (joined is not null)
        {
            feed.Publish(new MembersChanged(joined, moves.Joined, []));
        }

        foreach (var person in moves.Left.Concat(moves.Joined))
        {
            people.Publish(person, new ConversationsChanged(group));
        }
    }
}
