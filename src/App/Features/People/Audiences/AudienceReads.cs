using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>Checks rules a reader put together against what that reader sees.</summary>
internal static class AudienceReads
{
    /// <summary>Why the rules will not do for the reader, or null. What the reader does not see is answered like what does not exist.</summary>
    public static async Task<Refusal?> CheckAsync(
        Sight sight, IReadOnlyList<AudienceRule> rules, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return await AudienceRules.CheckAsync(sight.Database, rules, cancellationToken)
            ?? (await SeesAllAsync(sight, rules, by, cancellationToken) ? null : new Refusal(RefusalKind.Invalid, "Audience.RuleUnknown"));
    }

    private static async Task<bool> SeesAllAsync(Sight sight, IReadOnlyList<AudienceRule> rules, PersonId by, CancellationToken cancellationToken)
    {
        var database = sight.Database;
        var units = rules.Select(rule => rule.UnitId).OfType<UnitId>().Distinct().ToList();
        var people = rules.Select(rule => rule.PersonId).OfType<PersonId>().Distinct().ToList();
        var tags = rules.Select(rule => rule.TagId).OfType<PersonTagId>().Distinct().ToList();
        return (await sight.SeenAsync(units, cancellationToken)).Count == units.Count
            && (people.Count == 0
                || await sight.People(database.People.Where(person => people.Contains(person.Id))).CountAsync(cancellationToken) == people.Count)
            && (tags.Count == 0
                || await TagReads.SeenBy(database, by).CountAsync(tag => tags.Contains(tag.Id), cancellationToken) == tags.Count);
    }
}
