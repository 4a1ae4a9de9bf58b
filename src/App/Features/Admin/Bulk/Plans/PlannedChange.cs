using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>A line the change list gets for a person or unit that is there already.</summary>
/// <param name="Action">The act that would do the same one at a time: "person.change", "post.add", "unit.rename" …</param>
/// <param name="PersonId">The person; null where it is about the unit.</param>
/// <param name="UnitId">The unit, or the unit of the post.</param>
/// <param name="Fields">What it changes.</param>
internal sealed record PlannedChange(string Action, PersonId? PersonId, UnitId UnitId, IReadOnlyList<FieldChange> Fields);
