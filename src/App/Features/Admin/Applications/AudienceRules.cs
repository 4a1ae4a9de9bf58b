using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>Keeps the rules of who sees an application as an audience, inside the caller's write.</summary>
internal static class AudienceRules
{
    /// <summary>The most rules one application has.</summary>
    public const int MaxRules = 50;

    /// <summary>Why the rules will not do; null when they will.</summary>
    public static async Task<Refusal?> CheckAsync(AppDbContext database, IReadOnlyList<AudienceRule> rules, CancellationToken cancellationToken)
    {
        if (rules.Count > MaxRules)
        {
            return new Refusal(RefusalKind.Invalid, "Admin.TooManyRules", MaxRules);
        }

        if (rules.Any(rule => !IsWhole(rule)))
        {
            return new Refusal(RefusalKind.Invalid, "Admin.RuleForm");
        }

        if (rules.Count > 0 && rules.All(rule => rule.IsExcluding))
        {
            return new Refusal(RefusalKind.Invalid, "Admin.OnlyExclusions");
        }

        var units = rules.Select(rule => rule.UnitId).OfType<UnitId>().Distinct().ToList();
        var people = rules.Select(rule => rule.PersonId).OfType<PersonId>().Distinct().ToList();

        // Only a unit's tag: what one person alone sees cannot tell others who is in.
        var tags = rules.Select(rule => rule.TagId).OfType<PersonTagId>().Distinct().ToList();
        var duties = rules.Select(rule => rule.Duty).OfType<string>().Distinct().ToList();
        if (await database.Duties.CountAsync(duty => duties.Contains(duty.Code), cancellationToken) != duties.Count)
        {
            return new Refusal(RefusalKind.Invalid, "Admin.RuleForm");
        }

        var isKnown = await database.Units.CountAsync(unit => units.Contains(unit.Id), cancellationToken) == units.Count
            && await database.People.CountAsync(person => people.Contains(person.Id), cancellationToken) == people.Count
            && await database.PersonTags.CountAsync(tag => tags.Contains(tag.Id) && tag.UnitId != null, cancellationToken) == tags.Count;
        return isKnown ? null : new Refusal(RefusalKind.Invalid, "Admin.RuleUnknown");
    }

    /// <summary>Gives the application an audience of its own by the rules, and drops the one it had when nothing else uses it.</summary>
    public static async Task PutAsync(
        AppDbContext database, OaApplication application, IReadOnlyList<AudienceRule> rules, CancellationToken cancellationToken)
    {
        var old = application.AudienceId;
        application.AudienceId = null;
        if (rules.Count > 0)
        {
            var audience = Make(application.Name, rules);
            database.Audiences.Add(audience);
            application.AudienceId = audience.Id;
        }

        await DropAsync(database, application.Id, old, cancellationToken);
    }

    /// <summary>Removes an audience the application no longer uses, unless another one does.</summary>
    public static async Task DropAsync(AppDbContext database, OaApplicationId application, AudienceId? audience, CancellationToken cancellationToken)
    {
        if (audience is null || await database.Applications.AnyAsync(row => row.AudienceId == audience && row.Id != application, cancellationToken))
        {
            return;
        }

        database.Audiences.RemoveRange(await database.Audiences.Where(row => row.Id == audience).ToListAsync(cancellationToken));
    }

    private static Audience Make(string name, IReadOnlyList<AudienceRule> rules)
    {
        var audience = new Audience { Id = AudienceId.New(), Name = name };
        audience.Terms.AddRange(rules.Select((rule, ordinal) => new AudienceTerm
        {
            AudienceId = audience.Id,
            Ordinal = ordinal,
            Kind = rule.Kind,
            Line = rule.Kind == AudienceTermKind.Subtree ? rule.Line : null,
            UnitId = rule.UnitId,
            Duty = rule.Duty,
            PersonId = rule.PersonId,
            TagId = rule.TagId,
            Exclude = rule.IsExcluding,
        }));
        return audience;
    }

    private static bool IsWhole(AudienceRule rule) => rule.TagId is not null == (rule.Kind == AudienceTermKind.Tag) && rule.Kind switch
    {
        AudienceTermKind.Everyone => rule is { UnitId: null, PersonId: null, Duty: null, IsExcluding: false },
        AudienceTermKind.Subtree => rule is { UnitId: not null, PersonId: null } && Enum.IsDefined(rule.Line) && rule.Duty is not "",
        AudienceTermKind.Duty => rule is { UnitId: null, PersonId: null, Duty: not null and not "" },
        AudienceTermKind.Person => rule is { UnitId: null, PersonId: not null, Duty: null },
        AudienceTermKind.Tag => rule is { UnitId: null, PersonId: null, Duty: null },
    };
}
