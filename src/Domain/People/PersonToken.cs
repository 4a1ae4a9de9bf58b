namespace HaiZhengTong.Domain.People;

/// <summary>A word a person is found by: a suffix of the name, its pinyin, its initials or a phone number. Searched as a B-tree prefix range.</summary>
public sealed class PersonToken
{
    /// <summary>The longest token kept, in characters; longer ones are cut.</summary>
    public const int MaxLength = 40;

    public required string Token { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>How good a match this token is; higher stands first.</summary>
    public required int Weight { get; init; }
}
