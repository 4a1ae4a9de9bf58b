using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;

namespace HaiZhengTong.App.Tests.People.Visibility;

/// <summary>Puts rules straight into a test's database.</summary>
internal static class VisibilityRules
{
    public static Task RuleAsync(this TestHost host, VisibilityRuleKind kind, Unit unit, Person by, AudienceId? except = null) =>
        host.RuleAsync(kind, unit.Id, null, by, except);

    public static Task RuleAsync(this TestHost host, VisibilityRuleKind kind, Person person, Person by, AudienceId? except = null) =>
        host.RuleAsync(kind, null, person.Id, by, except);

    private static async Task RuleAsync(
        this TestHost host, VisibilityRuleKind kind, UnitId? unit, PersonId? person, Person by, AudienceId? except)
    {
        await using var database = await host.OpenDatabaseAsync();
        database.Add(new VisibilityRule
        {
            Id = VisibilityRuleId.New(),
            Kind = kind,
            UnitId = unit,
            PersonId = person,
            ExceptId = except,
            Reason = "专案需要",
            MadeBy = by.Id,
            MadeAt = DateTimeOffset.UnixEpoch,
        });
        await database.SaveChangesAsync();
    }
}
