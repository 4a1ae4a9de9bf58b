namespace HaiZhengTong.Domain.People;

/// <summary>A person who carries a tag.</summary>
public sealed class PersonTagMember
{
    public required PersonTagId TagId { get; init; }

    public required PersonId PersonId { get; init; }
}
