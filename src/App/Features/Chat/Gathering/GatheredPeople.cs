using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <summary>Whom of an audience one reaches, oneself not counted.</summary>
/// <param name="LeftOut">How many one sees and may not write to.</param>
internal sealed record GatheredPeople(IReadOnlyList<PersonId> People, int LeftOut)
{
    /// <summary>Reads them anew, as the caller sees them now; refused where there are none, or more than the act is for.</summary>
    public static async Task<Result<GatheredPeople>> FindAsync(
        AppDbContext database, IReadOnlyList<AudienceRule> rules, PersonId by, int max, CancellationToken cancellationToken)
    {
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        if (await AudienceReads.CheckAsync(sight, rules, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var seen = await AudienceQuery.Of(sight, rules)
            .Where(person => person.Id != by)
            .OrderBy(person => person.NamePy).ThenBy(person => person.Id)
            .Select(person => person.Id)
            .Take(max + 1)
            .ToListAsync(cancellationToken);
        if (seen.Count is 0 || seen.Count > max)
        {
            return seen.Count == 0
                ? new Refusal(RefusalKind.Invalid, "Audience.Nobody")
                : new Refusal(RefusalKind.Invalid, "Audience.TooMany", max);
        }

        var reached = await sight.ReachableAsync(seen, cancellationToken);
        return reached.Count == 0
            ? new Refusal(RefusalKind.Forbidden, "Audience.NobodyReached")
            : new GatheredPeople([.. seen.Where(reached.Contains)], seen.Count - reached.Count);
    }
}
