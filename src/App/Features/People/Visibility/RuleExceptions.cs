using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>Keeps who is exempt from a rule as an audience of the rule's own, inside the caller's write.</summary>
internal static class RuleExceptions
{
    /// <summary>Why the exceptions will not do; null when they will.</summary>
    /// <param name="sight">What the maker sees: nobody is exempted whom the maker cannot know of.</param>
    /// <param name="wanted">Who shall be exempt.</param>
    /// <param name="kept">The audience of the rule so far; whom it names may stay.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<Refusal?> CheckAsync(
        Sight sight, IReadOnlyList<AudienceRule> wanted, AudienceId? kept, CancellationToken cancellationToken)
    {
        if (wanted.Any(term => term.Kind == AudienceTermKind.Everyone))
        {
            return new Refusal(RefusalKind.Invalid, "Visibility.ExceptEveryone");
        }

        var database = sight.Database;
        if (await AudienceRules.CheckAsync(database, wanted, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var before = await database.AudienceTerms
            .Where(term => term.AudienceId == kept)
            .Select(term => new { term.UnitId, term.PersonId })
            .ToListAsync(cancellationToken);
        var units = wanted.Select(term => term.UnitId).Except(before.Select(term => term.UnitId)).OfType<UnitId>().ToList();
        var people = wanted.Select(term => term.PersonId).Except(before.Select(term => term.PersonId)).OfType<PersonId>().ToList();
        return await sight.Units(database.Units.Where(unit => units.Contains(unit.Id))).CountAsync(cancellationToken) == units.Count
            && await sight.People(database.People.Where(person => people.Contains(person.Id))).CountAsync(cancellationToken) == people.Count
                ? null
                : new Refusal(RefusalKind.Invalid, "Audience.RuleUnknown");
    }

    /// <summary>Makes an audience of them; null for nobody.</summary>
    public static AudienceId? Make(AppDbContext database, VisibilityRuleId rule, IReadOnlyList<AudienceRule> wanted)
    {
        if (wanted.Count == 0)
        {
            return null;
        }

        var audience = AudienceRules.Make($"visibility {rule}", wanted);
        database.Audiences.Add(audience);
        return audience.Id;
    }

    /// <summary>Removes an audience the rule no longer uses, unless something else does, or somebody saved it to use it again.</summary>
    public static async Task DropAsync(AppDbContext database, VisibilityRuleId rule, AudienceId? audience, CancellationToken cancellationToken)
    {
        var unused = await database.Audiences
            .Where(row => row.Id == audience && row.OwnerId == null
                && !database.VisibilityRules.Any(other => other.ExceptId == row.Id && other.Id != rule)
                && !database.Applications.Any(application => application.AudienceId == row.Id))
            .ToListAsync(cancellationToken);
        database.Audiences.RemoveRange(unused);
    }

    /// <summary>What the audit keeps of them.</summary>
    public static async Task<IReadOnlyList<string>> AuditedAsync(AppDbContext database, AudienceId? audience, CancellationToken cancellationToken)
    {
        var rules = await AudienceRules.ReadAsync(
            database, database.Audiences.Where(row => row.Id == audience).Select(row => row.Id), cancellationToken);
        return audience is { } known ? Audited([.. rules[known]]) : [];
    }

    /// <summary>What the audit keeps of them: kind, name and duty.</summary>
    public static IReadOnlyList<string> Audited(IReadOnlyList<AudienceRule> rules) =>
    [
        .. rules.Select(rule => string.Join(' ', new[] { rule.IsExcluding ? "-" : "+", rule.Kind.ToString(), rule.Name, rule.Duty }
            .Where(part => !string.IsNullOrEmpty(part)))),
    ];
}
