using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <param name="Reader">Who looks.</param>
/// <param name="Target">At what.</param>
public sealed record ExplainSightRequest(PersonId Reader, VisibilityTarget Target);

/// <summary>What one person sees of a unit or another person.</summary>
/// <param name="Reader">The name of who looks.</param>
/// <param name="Target">What it is looked at is called.</param>
/// <param name="Verdicts">Seeing first.</param>
public sealed record SightExplanation(string Reader, string Target, IReadOnlyList<SightVerdict> Verdicts);

/// <summary>
/// Answers "what does X see of Y, and why?" for whoever may decide who sees Y. It asks the same engine as every read, so
/// that the answer is what X really gets.
/// </summary>
public sealed class ExplainSight(IDbContextFactory<AppDbContext> databases)
{
    private const int MaxRules = 5;

    public async Task<Result<SightExplanation>> HandleAsync(ExplainSightRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var own = await Sight.OfAsync(database, by, cancellationToken);
        var reader = await own.People(database.People.Where(person => person.Id == request.Reader && person.Status == PersonStatus.Active))
            .Select(person => person.Name)
            .SingleOrDefaultAsync(cancellationToken);
        if (reader is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPerson");
        }

        if (await RuleChanges.RefuseAsync(own, by, request.Target, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var sight = await Sight.OfAsync(database, request.Reader, cancellationToken);
        return request.Target.Unit is { } unit
            ? new SightExplanation(
                reader,
                await database.Units.Where(row => row.Id == unit).Select(row => row.Name).SingleAsync(cancellationToken),
                [await OfUnitAsync(own, sight, unit, cancellationToken)])
            : await OfPersonAsync(own, sight, reader, request, cancellationToken);
    }

    private static async Task<SightExplanation> OfPersonAsync(
        Sight own, Sight sight, string reader, ExplainSightRequest request, CancellationToken cancellationToken)
    {
        var person = request.Target.Person!.Value;
        var database = own.Database;
        var target = await database.People.Where(row => row.Id == person).Select(row => row.Name).SingleAsync(cancellationToken);
        var sees = await sight.People(database.People).AnyAsync(row => row.Id == person, cancellationToken);
        var seeing = await VerdictAsync(own, sight, SightFacet.Seeing, sees, request, cancellationToken);
        if (!sees)
        {
            return new SightExplanation(reader, target, [seeing]);
        }

        var mobile = (await sight.WithMobileAsync([person], cancellationToken)).Count > 0;
        var contact = (await sight.ReachableAsync([person], cancellationToken)).Count > 0;
        return new SightExplanation(
            reader,
            target,
            [
                seeing,
                await VerdictAsync(own, sight, SightFacet.Mobile, mobile, request, cancellationToken),
                await VerdictAsync(own, sight, SightFacet.Contact, contact, request, cancellationToken),
            ]);
    }

    private static async Task<SightVerdict> OfUnitAsync(Sight own, Sight sight, UnitId unit, CancellationToken cancellationToken)
    {
        var sees = await sight.SeesAsync(unit, cancellationToken);
        var rules = sees
            ? DecidingRules.About(own.Database, own.Database.VisibilityRules, unit)
            : DecidingRules.About(sight, unit);
        var explained = await ExplainedAsync(own, rules, cancellationToken);
        return new SightVerdict(SightFacet.Seeing, sees, CauseOf(sight, sees, explained.Count > 0, isBound: false), explained);
    }

    private static async Task<SightVerdict> VerdictAsync(
        Sight own, Sight sight, SightFacet facet, bool isOpen, ExplainSightRequest request, CancellationToken cancellationToken)
    {
        var person = request.Target.Person!.Value;
        var binding = await RulesAsync(own, facet, kind => DecidingRules.About(sight, kind, person), cancellationToken);
        var rules = binding.Count > 0 || !isOpen
            ? binding
            : await RulesAsync(own, facet, kind => DecidingRules.About(own.Database, own.Database.VisibilityRules, kind, person), cancellationToken);
        var cause = isOpen && person == request.Reader ? SightCause.Oneself : CauseOf(sight, isOpen, rules.Count > 0, binding.Count > 0);
        return new SightVerdict(facet, isOpen, cause, rules);
    }

    private static SightCause CauseOf(Sight sight, bool isOpen, bool isRuled, bool isBound) => (isOpen, isRuled) switch
    {
        (false, true) => SightCause.Rule,
        (false, false) => SightCause.PostVisibility,
        (true, false) => SightCause.NoRule,
        (true, true) => sight.Scope.SeesAll ? SightCause.Province : isBound ? SightCause.OtherPost : SightCause.Exempt,
    };

    private static async Task<IReadOnlyList<ExplainedRule>> RulesAsync(
        Sight own, SightFacet facet, Func<VisibilityRuleKind, IQueryable<VisibilityRule>> about, CancellationToken cancellationToken)
    {
        VisibilityRuleKind[] kinds = facet switch
        {
            SightFacet.Seeing => [VisibilityRuleKind.HidePerson, VisibilityRuleKind.HideUnit],
            SightFacet.Mobile => [VisibilityRuleKind.HideMobile],
            SightFacet.Contact => [VisibilityRuleKind.ShieldLeaders],
        };
        var explained = new List<ExplainedRule>();
        foreach (var kind in kinds)
        {
            explained.AddRange(await ExplainedAsync(own, about(kind), cancellationToken));
        }

        return explained;
    }

    private static async Task<IReadOnlyList<ExplainedRule>> ExplainedAsync(
        Sight own, IQueryable<VisibilityRule> rules, CancellationToken cancellationToken)
    {
        var few = rules.Take(MaxRules);
        var rows = await few.AsNoTracking().ToDictionaryAsync(rule => rule.Id, cancellationToken);
        var explained = new List<ExplainedRule>();
        foreach (var view in await RuleViews.ReadAsync(own, few, cancellationToken))
        {
            explained.Add(new ExplainedRule(view, await RuleAdministrators.ReadAsync(own, rows[view.Id], cancellationToken)));
        }

        return explained;
    }
}
