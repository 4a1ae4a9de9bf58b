using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>A person as he or she will be.</summary>
/// <param name="Version">The version the person was seen at; null for a new one.</param>
internal sealed record PlannedPerson(PersonId Id, string Account, string Name, string? Reading, string? Mobile, long? Version);
