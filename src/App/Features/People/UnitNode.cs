using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>A unit as the tree shows it.</summary>
/// <param name="Id">Which unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Sort">Its place among its siblings.</param>
/// <param name="HasChildren">Whether units stand below it on the line that was asked for.</param>
/// <param name="People">How many people hold a post in it or below it on that line.</param>
public sealed record UnitNode(UnitId Id, string Name, UnitKind Kind, int Sort, bool HasChildren, int People);
