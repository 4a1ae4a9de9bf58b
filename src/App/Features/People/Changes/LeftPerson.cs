using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Somebody who has left the service.</summary>
/// <param name="LeftAt">When.</param>
public sealed record LeftPerson(PersonId Id, string Name, string Account, DateTimeOffset LeftAt);
