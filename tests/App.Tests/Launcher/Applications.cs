using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;

namespace HaiZhengTong.App.Tests.Launcher;

/// <summary>Applications a test starts from.</summary>
internal static class Applications
{
    public static async Task<OaApplication> ApplicationAsync(this TestHost host, string name, params AudienceTerm[] terms)
    {
        var application = OaApplication.Create(
            OaApplicationId.New(),
            new ApplicationDetails(name, "", 1, $"https://oa.example.gov.cn/{Uri.EscapeDataString(name)}", "办公", OaApplicationKind.Application, 0)).Value;
        await using var database = await host.OpenDatabaseAsync();
        if (terms.Length > 0)
        {
            application.AudienceId = terms[0].AudienceId;
            database.Add(new Audience { Id = terms[0].AudienceId, Name = name, Terms = [.. terms] });
        }

        database.Add(application);
        await database.SaveChangesAsync();
        return application;
    }

    public static AudienceTerm[] Terms(params Func<AudienceId, int, AudienceTerm>[] make)
    {
        var id = AudienceId.New();
        return [.. make.Select((term, ordinal) => term(id, ordinal))];
    }

    public static Func<AudienceId, int, AudienceTerm> Everyone() => (id, ordinal) =>
        new AudienceTerm { AudienceId = id, Ordinal = ordinal, Kind = AudienceTermKind.Everyone };

    public static Func<AudienceId, int, AudienceTerm> Subtree(Unit unit, Line line = Line.Administrative, string? duty = null, bool exclude = false) =>
        (id, ordinal) => new AudienceTerm
        {
            AudienceId = id,
            Ordinal = ordinal,
            Kind = AudienceTermKind.Subtree,
            Line = line,
            UnitId = unit.Id,
            Duty = duty,
            Exclude = exclude,
        };

    public static Func<AudienceId, int, AudienceTerm> Duty(string duty, bool exclude = false) => (id, ordinal) =>
        new AudienceTerm { AudienceId = id, Ordinal = ordinal, Kind = AudienceTermKind.Duty, Duty = duty, Exclude = exclude };

    public static Func<AudienceId, int, AudienceTerm> Only(Person person, bool exclude = false) => (id, ordinal) =>
        new AudienceTerm { AudienceId = id, Ordinal = ordinal, Kind = AudienceTermKind.Person, PersonId = person.Id, Exclude = exclude };
}
