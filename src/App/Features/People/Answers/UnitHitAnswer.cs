using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>A unit a search found.</summary>
/// <param name="Around">The office or division it stands in.</param>
internal sealed record UnitHitAnswer(Guid Id, string Name, string Around, UnitKind Kind)
{
    public static UnitHitAnswer From(UnitHit hit) => new(hit.Id.Value, hit.Name, hit.Around, hit.Kind);
}
