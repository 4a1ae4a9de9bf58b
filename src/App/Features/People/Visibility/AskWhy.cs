using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <param name="Name">The person it is about.</param>
/// <param name="Reason">The reason of the rule.</param>
/// <param name="Administrators">Who may change the rule, the nearest first, as far as the asker sees them.</param>
public sealed record WhyAnswer(string Name, string Reason, IReadOnlyList<RuleAdministrator> Administrators);

/// <summary>
/// Tells everyone why something of a person they see is kept from them, and who may change that. Of what is hidden
/// altogether there is nothing to ask: it answers as for somebody who does not exist.
/// </summary>
public sealed class AskWhy(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<WhyAnswer>> HandleAsync(PersonId person, KeptBack what, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var name = await sight.People(database.People.Where(row => row.Id == person && row.Status == PersonStatus.Active))
            .Select(row => row.Name)
            .SingleOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPerson");
        }

        var (kind, open) = what switch
        {
            KeptBack.Mobile => (VisibilityRuleKind.HideMobile, await sight.WithMobileAsync([person], cancellationToken)),
            KeptBack.Contact => (VisibilityRuleKind.ShieldLeaders, await sight.ReachableAsync([person], cancellationToken)),
        };
        var rule = open.Count > 0 ? null : await DecidingRules.About(sight, kind, person).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return rule is null
            ? new Refusal(RefusalKind.NotFound, "Visibility.NothingKeptBack")
            : new WhyAnswer(name, rule.Reason, await RuleAdministrators.ReadAsync(sight, rule, cancellationToken));
    }
}
