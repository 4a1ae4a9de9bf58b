namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>A person a search found.</summary>
internal sealed record PersonHitAnswer(Guid Id, string Name, string Title, Guid UnitId, string Unit)
{
    public static PersonHitAnswer From(PersonHit hit) => new(hit.Id.Value, hit.Name, hit.Title, hit.UnitId.Value, hit.UnitName);
}
