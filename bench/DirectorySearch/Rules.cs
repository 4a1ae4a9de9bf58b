using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Bench.DirectorySearch;

/// <summary>Rules of who sees whom, of each kind that a search must obey.</summary>
internal static class Rules
{
    private const int OfEachKind = 20;

    /// <summary>Hides some offices, some people and some numbers, none of them the searchers' own.</summary>
    public static async Task AddAsync(AppDbContext database, IReadOnlyList<ListedPerson> people, PersonId[] searchers, CancellationToken cancellationToken)
    {
        var own = database.Posts.Where(post => searchers.Contains(post.PersonId)).Select(post => post.UnitId);
        var offices = await database.Units
            .Where(unit => unit.Kind == UnitKind.Office && !own.Contains(unit.Id) && !database.UnitClosures.Any(step => step.AncestorId == unit.Id && own.Contains(step.DescendantId)))
            .OrderBy(unit => unit.Id)
            .Select(unit => unit.Id)
            .Take(OfEachKind)
            .ToListAsync(cancellationToken);
        var hidden = people.Where((person, at) => at % 5_003 == 7 && !searchers.Contains(person.Id)).Take(OfEachKind).ToList();
        database.AddRange(offices.Select(unit => Make(VisibilityRuleKind.HideUnit, unit, null, searchers[0])));
        database.AddRange(hidden.Select(person => Make(VisibilityRuleKind.HidePerson, null, person.Id, searchers[0])));
        database.AddRange(hidden.Select(person => Make(VisibilityRuleKind.HideMobile, null, person.Id, searchers[0])));
        await database.SaveChangesAsync(cancellationToken);
    }

    private static VisibilityRule Make(VisibilityRuleKind kind, UnitId? unit, PersonId? person, PersonId by) => new()
    {
        Id = VisibilityRuleId.New(),
        Kind = kind,
        UnitId = unit,
        PersonId = person,
        Reason = "bench",
        MadeBy = by,
        MadeAt = DateTimeOffset.UnixEpoch,
    };
}
