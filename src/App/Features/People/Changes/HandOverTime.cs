using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Who hands over, and when.</summary>
internal readonly record struct HandOverTime(PersonId By, DateTimeOffset Now);
