using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>One thing handed over to a colleague.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The post, the group, the unit of the roles or the to-do.</param>
/// <param name="To">The colleague.</param>
public sealed record HandOverItem(HandOverKind Kind, Guid Id, PersonId To);
