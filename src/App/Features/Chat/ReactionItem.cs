namespace HaiZhengTong.App.Features.Chat;

/// <summary>A sign under a message as programs get it.</summary>
/// <param name="Sign">The sign, one character.</param>
/// <param name="Count">How many members chose it.</param>
/// <param name="People">Who did, the earliest first, at most a hundred.</param>
public sealed record ReactionItem(string Sign, int Count, IReadOnlyList<Guid> People);
