using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Who is and who was in a conversation, as of one reading; read positions move on in place.</summary>
public sealed class Roster
{
    private readonly Dictionary<PersonId, RosterMember> _everyone;
    private readonly IReadOnlyList<RosterMember> _inOrder;

    internal Roster(ConversationId conversation, IReadOnlyList<RosterMember> everyone)
    {
        ConversationId = conversation;
        _inOrder = everyone;
        _everyone = everyone.ToDictionary(member => member.PersonId);
        Members = [.. everyone.Where(member => !member.HasLeft)];
    }

    /// <summary>A conversation without anyone, to draw lines that name nobody.</summary>
    public static Roster Nobody { get; } = new(new ConversationId(Guid.Empty), []);

    public ConversationId ConversationId { get; }

    /// <summary>Everyone who is or was in it.</summary>
    internal IReadOnlyCollection<PersonId> Everyone => _everyone.Keys;

    /// <summary>The members of today, owner first, then by name.</summary>
    public IReadOnlyList<RosterMember> Members { get; }

    /// <summary>A member of today or of former days; null for a stranger.</summary>
    public RosterMember? Find(PersonId person) => _everyone.GetValueOrDefault(person);

    public bool HasMember(PersonId person) => Find(person) is { HasLeft: false };

    /// <summary>The roster for somebody who may see only of these members where they work.</summary>
    internal Roster WithPlacesOf(IReadOnlySet<PersonId> seen) =>
        new(ConversationId, [.. _inOrder.Select(member => seen.Contains(member.PersonId) ? member : member.WithoutPlace())]);

    /// <summary>How many of the others have read a message, and how many have not.</summary>
    public (int Read, int Unread) ReadersOf(MessageView message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var (read, unread) = (0, 0);
        foreach (var member in Members)
        {
            if (member.PersonId == message.SenderId || member.JoinedSeq >= message.Seq)
            {
                continue;
            }

            _ = member.ReadSeq >= message.Seq ? read++ : unread++;
        }

        return (read, unread);
    }
}
