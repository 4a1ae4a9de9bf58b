using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>Who has to come into a unit's group, and who has to go.</summary>
internal sealed record UnitGroupMoves(IReadOnlyList<PersonId> Joined, IReadOnlyList<PersonId> Left)
{
    /// <summary>Whether more belong to it than a group takes.</summary>
    public bool LeavesOut { get; init; }

    public bool IsEmpty => Joined.Count == 0 && Left.Count == 0;
}
