namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>What a search found, best first.</summary>
internal sealed record SearchAnswer(IReadOnlyList<UnitHitAnswer> Units, IReadOnlyList<PersonHitAnswer> People)
{
    public static SearchAnswer From(SearchHits hits) =>
        new([.. hits.Units.Select(UnitHitAnswer.From)], [.. hits.People.Select(PersonHitAnswer.From)]);
}
