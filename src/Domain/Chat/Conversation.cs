using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>A direct chat or a work group. What changes with every message stands in <see cref="ConversationHead"/>.</summary>
public sealed class Conversation
{
    /// <summary>The longest title, in characters.</summary>
    public const int MaxTitleLength = 60;

    /// <summary>The most members a group may have.</summary>
    public const int MaxMembers = 500;

    public required ConversationId Id { get; init; }

    public required ConversationKind Kind { get; init; }

    /// <summary>A group's title; empty in a direct chat, which is called by the other person's name.</summary>
    public required string Title { get; set; }

    /// <summary>The two persons of a direct chat, smaller id first, as one text: unique, so that two people share one chat.</summary>
    public string? DirectKey { get; init; }

    public required PersonId FounderId { get; init; }

    /// <summary>Who belongs to a unit's group: its members follow the directory and are not picked by hand. Null in every other conversation, and once it is dissolved.</summary>
    public AudienceId? AudienceId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    /// <summary>The key of the one direct chat of two people.</summary>
    public static string DirectKeyOf(PersonId one, PersonId other)
    {
        var (low, high) = one.Value.CompareTo(other.Value) <= 0 ? (one, other) : (other, one);
        return $"{low.Value:N}{high.Value:N}";
    }

    /// <summary>The other one of the two a direct chat's key names.</summary>
    public static PersonId OtherIn(string directKey, PersonId one)
    {
        ArgumentNullException.ThrowIfNull(directKey);
        var low = Guid.ParseExact(directKey[..32], "N");
        return new PersonId(low == one.Value ? Guid.ParseExact(directKey[32..], "N") : low);
    }
}
