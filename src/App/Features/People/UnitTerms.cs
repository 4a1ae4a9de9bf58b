namespace HaiZhengTong.App.Features.People;

/// <summary>What is looked for among the names of units.</summary>
/// <param name="Words">Each any part of a name, or the beginning of its pinyin or initials; one names the unit, the others narrow.</param>
/// <param name="Within">Only there it is looked; null for the whole province.</param>
public sealed record UnitTerms(IReadOnlyList<string> Words, UnitReach? Within = null);
