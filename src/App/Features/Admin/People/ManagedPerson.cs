using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.People;

/// <summary>A person inside the administrator's own subtrees.</summary>
public sealed record ManagedPerson(PersonId Id, string Name, string Account, string Title, string UnitName, PersonStatus Status);
