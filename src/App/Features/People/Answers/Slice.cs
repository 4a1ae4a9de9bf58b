namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items, in order.</param>
/// <param name="Next">What to give as <c>after</c> for the next page; null at the end.</param>
internal sealed record Slice<T>(IReadOnlyList<T> Items, Guid? Next);
