namespace HaiZhengTong.App.Features.People;

/// <summary>One page of a unit's people.</summary>
/// <param name="Rows">The people of the page, in order.</param>
/// <param name="Total">How many there are on all pages; told with the first page.</param>
public sealed record UnitPeople(IReadOnlyList<UnitPerson> Rows, int Total);
