using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>A unit below another one.</summary>
internal sealed record UnitNodeAnswer(Guid Id, string Name, UnitKind Kind, bool HasChildren, int People)
{
    public static UnitNodeAnswer From(UnitNode node) => new(node.Id.Value, node.Name, node.Kind, node.HasChildren, node.People);
}
