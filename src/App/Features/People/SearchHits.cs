namespace HaiZhengTong.App.Features.People;

/// <summary>What a search found, best first.</summary>
public sealed record SearchHits(IReadOnlyList<UnitHit> Units, IReadOnlyList<PersonHit> People)
{
    public static SearchHits None { get; } = new([], []);

    public bool IsEmpty => Units.Count == 0 && People.Count == 0;
}
