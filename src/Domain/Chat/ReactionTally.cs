using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>One sign under a message.</summary>
/// <param name="Sign">Which.</param>
/// <param name="Count">How many members chose it.</param>
/// <param name="First">Who did, the earliest first; at most <see cref="MaxNamed"/>.</param>
public sealed record ReactionTally(string Sign, int Count, IReadOnlyList<PersonId> First)
{
    /// <summary>The most people a tally names.</summary>
    public const int MaxNamed = 100;
}
