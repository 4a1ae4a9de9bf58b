using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>A person a search found.</summary>
/// <param name="Id">Which person.</param>
/// <param name="Name">The name.</param>
/// <param name="Title">The title of the main post.</param>
/// <param name="UnitId">The unit of the main post.</param>
/// <param name="UnitName">The office and, inside it, the department.</param>
/// <param name="IsColleague">Whether the person works in the same office as the one who searches.</param>
public sealed record PersonHit(PersonId Id, string Name, string Title, UnitId UnitId, string UnitName, bool IsColleague);
