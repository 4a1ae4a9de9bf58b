using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <param name="After">The last rule of the page before; null for the newest.</param>
/// <param name="Only">One rule alone, as it is now.</param>
public sealed record ListVisibilityRulesRequest(VisibilityRuleId? After = null, VisibilityRuleId? Only = null);

/// <summary>A page of rules, the newest first.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="HasMore">Whether older ones follow.</param>
public sealed record VisibilityRuleList(IReadOnlyList<VisibilityRuleView> Rules, bool HasMore);

/// <summary>The rules of who sees whom that an administrator may change; for whoever may change none there is no such list.</summary>
public sealed class ListVisibilityRules(IDbContextFactory<AppDbContext> databases)
{
    public const int PageSize = 50;

    public async Task<Result<VisibilityRuleList>> HandleAsync(
        ListVisibilityRulesRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await RuleChanges.MayAnyAsync(database, by, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        var rules = RuleChanges.In(database, by);
        if (request.After is { } after)
        {
            rules = rules.Where(rule => rule.Id < after);
        }

        if (request.Only is { } only)
        {
            rules = rules.Where(rule => rule.Id == only);
        }

        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var views = await RuleViews.ReadAsync(sight, rules.OrderByDescending(rule => rule.Id).Take(PageSize + 1), cancellationToken);
        return new VisibilityRuleList([.. views.Take(PageSize)], views.Count > PageSize);
    }
}
