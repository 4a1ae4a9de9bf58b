using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>What decides how far one reader sees: the own office, and which rules do not bind this reader.</summary>
/// <param name="HasRules">Whether any rule stands, for whomever.</param>
/// <param name="RestrictsPosts">Whether any post is not shown to everyone.</param>
/// <param name="SeesAll">Whether the reader manages the whole province.</param>
internal sealed record SightScope(bool HasRules, bool RestrictsPosts, bool SeesAll = false)
{
    private static readonly AdminRole[] _seesAll = [.. AdminRights.Everything, .. AdminRights.Security];

    /// <summary>The kinds of the rules that bind the reader.</summary>
    public IReadOnlyCollection<VisibilityRuleKind> Binding { get; init; } = [];

    /// <summary>The rules that do not bind the reader.</summary>
    public IReadOnlyList<VisibilityRuleId> Exempt { get; init; } = [];

    /// <summary>The units of the reader's own offices.</summary>
    public IReadOnlyList<UnitId> Own { get; init; } = [];

    public static async Task<SightScope> LoadAsync(AppDbContext database, PersonId reader, CancellationToken cancellationToken)
    {
        var (hasRules, restrictsPosts) = await MarksAsync(database, cancellationToken);
        var scope = new SightScope(hasRules, restrictsPosts);
        if (scope is { HasRules: false, RestrictsPosts: false })
        {
            return scope;
        }

        if (await database.AdminGrants.AnyAsync(grant => grant.PersonId == reader && _seesAll.Contains(grant.Role), cancellationToken))
        {
            return scope with { SeesAll = true };
        }

        scope = scope with { Own = await OwnOffice.UnitsAsync(database, reader, cancellationToken) };
        if (!scope.HasRules)
        {
            return scope;
        }

        var exempt = await VisibilityExemptions.Of(database, reader, scope.Own).ToListAsync(cancellationToken);
        return scope with
        {
            Exempt = exempt,
            Binding = await database.VisibilityRules
                .Where(rule => !exempt.Contains(rule.Id))
                .Select(rule => rule.Kind)
                .Distinct()
                .ToListAsync(cancellationToken),
        };
    }

    /// <summary>The reader's grants over units with their people; whoever only reads an audit sees no more than others.</summary>
    public static IQueryable<AdminGrant> GrantsOf(AppDbContext database, PersonId reader) =>
        database.AdminGrants.Where(grant => grant.PersonId == reader && AdminRights.People.Contains(grant.Role));

    /// <summary>What somebody sees who stands nowhere and is exempt from nothing.</summary>
    public static async Task<SightScope> OfAStrangerAsync(AppDbContext database, CancellationToken cancellationToken)
    {
        var (hasRules, restrictsPosts) = await MarksAsync(database, cancellationToken);
        return new SightScope(hasRules, restrictsPosts) { Binding = hasRules ? Enum.GetValues<VisibilityRuleKind>() : [] };
    }

    // The one question a directory without rules pays for.
    private static async Task<(bool HasRules, bool RestrictsPosts)> MarksAsync(AppDbContext database, CancellationToken cancellationToken)
    {
        var rules = database.VisibilityRules.OrderBy(rule => rule.Id).Select(_ => 1).Take(1);
        var posts = database.Posts
            .Where(post => post.Visibility != PostVisibility.Everyone)
            .OrderBy(post => post.Visibility)
            .Select(_ => 2)
            .Take(1);
        var marks = await rules.Concat(posts).ToListAsync(cancellationToken);
        return (marks.Contains(1), marks.Contains(2));
    }
}
