using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>Tells whoever may change a unit what a change would touch.</summary>
public sealed class ReadUnitStakes(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<UnitStakes>> HandleAsync(UnitId id, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if ((await UnitChanges.FindAsync(database, id, by, cancellationToken)).Refusal is { } stranger)
        {
            return stranger;
        }

        var below = database.UnitClosures.Where(step => step.Line == Line.Administrative && step.AncestorId == id).Select(step => step.DescendantId);
        var own = await database.Posts.CountAsync(post => post.UnitId == id, cancellationToken);
        var children = await database.Living().CountAsync(unit => unit.ParentId == id, cancellationToken);
        var guided = await database.Living().CountAsync(unit => unit.LineParentId == id, cancellationToken);
        (string Name, int Count)[] counts =
        [
            ("ownPosts", own),
            ("unitsBelow", await database.Living().CountAsync(unit => unit.Id != id && below.Contains(unit.Id), cancellationToken)),
            ("postsBelow", await database.Posts.CountAsync(post => below.Contains(post.UnitId), cancellationToken)),
            ("unitsGuided", guided),
            ("rolesOver", await database.AdminGrants.CountAsync(grant => grant.UnitId == id, cancellationToken)),
            ("audiencesNaming", await database.AudienceTerms.Where(term => term.UnitId == id).Select(term => term.AudienceId).Distinct().CountAsync(cancellationToken)),
            ("rulesBinding", await database.VisibilityRules.CountAsync(rule => rule.UnitId == id, cancellationToken)),
            ("plansWaiting", await database.DirectoryChanges.CountAsync(
                plan => plan.State == DirectoryChangeState.Planned && (plan.UnitId == id || plan.OtherUnitId == id), cancellationToken)),
        ];
        return new UnitStakes([.. counts.Where(one => one.Count > 0)], own + children + guided == 0);
    }
}
