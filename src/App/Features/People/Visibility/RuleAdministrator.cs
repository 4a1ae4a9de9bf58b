using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Somebody who may change a rule.</summary>
/// <param name="Person">Who.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">By which role. Which unit the role stands on is not told: the asker may not see it.</param>
public sealed record RuleAdministrator(PersonId Person, string Name, AdminRole Role);
