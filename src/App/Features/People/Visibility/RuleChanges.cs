using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>What every change to the rules of who sees whom shares: who may, the exceptions, the audit, what is read anew afterwards.</summary>
public sealed class RuleChanges(AuditLog audit, UnitHeadCounts counts)
{
    private const string UnknownRule = "Visibility.NoSuchRule";

    /// <summary>Does a change and writes down when it is refused because the person may not.</summary>
    internal Task<Result<T>> GuardAsync<T>(
        PersonId by, string action, VisibilityTarget target, Func<Task<Result<T>>> change, CancellationToken cancellationToken) =>
        audit.GuardAsync(by, action, target.Subject, change, cancellationToken);

    /// <summary>The rules the person may change: all of them, or those about the units and people of the own subtrees.</summary>
    internal static IQueryable<VisibilityRule> In(AppDbContext database, PersonId by)
    {
        var grants = database.AdminGrants.Where(grant => grant.PersonId == by);
        var below =
            from grant in grants
            where AdminRights.Units.Contains(grant.Role)
            join step in database.UnitClosures on new { grant.Line, AncestorId = grant.UnitId } equals new { step.Line, step.AncestorId }
            select step.DescendantId;
        return database.VisibilityRules.Where(rule => grants.Any(grant => AdminRights.Security.Contains(grant.Role))
            || (rule.UnitId != null && below.Contains(rule.UnitId.Value))
            || database.Posts.Any(post => post.IsMain && post.PersonId == rule.PersonId && below.Contains(post.UnitId)));
    }

    /// <summary>Whether the person may make rules at all.</summary>
    internal static Task<bool> MayAnyAsync(AppDbContext database, PersonId by, CancellationToken cancellationToken) =>
        database.AdminGrants.AnyAsync(
            grant => grant.PersonId == by && (AdminRights.Security.Contains(grant.Role) || AdminRights.Units.Contains(grant.Role)), cancellationToken);

    /// <summary>Why the person may not decide who sees it, or null. What the person does not see is answered like what is not there.</summary>
    internal static async Task<Refusal?> RefuseAsync(Sight sight, PersonId by, VisibilityTarget target, CancellationToken cancellationToken)
    {
        var database = sight.Database;
        if (target.Unit is { } unit)
        {
            return !await sight.Units(database.Units).AnyAsync(row => row.Id == unit && row.Status == UnitStatus.Active, cancellationToken)
                    ? new Refusal(RefusalKind.NotFound, "People.NoSuchUnit")
                : await Powers.MayRuleVisibilityAsync(database, by, unit, cancellationToken) ? null
                : new Refusal(RefusalKind.Forbidden, "Visibility.NotYours");
        }

        return target.Person is not { } person
                || !await sight.People(database.People).AnyAsync(row => row.Id == person && row.Status != PersonStatus.Left, cancellationToken)
                ? new Refusal(RefusalKind.NotFound, "People.NoSuchPerson")
            : await Powers.MayRuleVisibilityAsync(database, by, person, cancellationToken) ? null
            : new Refusal(RefusalKind.Forbidden, "Visibility.NotYours");
    }

    /// <summary>
    /// A rule the person may change; of one about something the person sees but does not manage, that it is somebody else's;
    /// else there is none.
    /// </summary>
    internal static async Task<Result<VisibilityRule>> FindAsync(
        AppDbContext database, VisibilityRuleId id, PersonId by, CancellationToken cancellationToken)
    {
        var rule = await database.VisibilityRules.SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return rule is null ? new Refusal(RefusalKind.NotFound, UnknownRule)
            : await In(database, by).AnyAsync(row => row.Id == id, cancellationToken) ? rule
            : await RefuseAsync(await Sight.OfAsync(database, by, cancellationToken), by, VisibilityTarget.Of(rule), cancellationToken)
                is { Kind: RefusalKind.Forbidden } stranger ? stranger
            : new Refusal(RefusalKind.NotFound, UnknownRule);
    }

    /// <summary>The same, refused when somebody changed the rule since the caller saw it, with who did and what it says now.</summary>
    internal static async Task<Result<VisibilityRule>> FindAsync(
        AppDbContext database, VisibilityRuleId id, long version, PersonId by, CancellationToken cancellationToken)
    {
        var found = await FindAsync(database, id, by, cancellationToken);
        if (found.Refusal is not null || found.Value.Version == version)
        {
            return found;
        }

        var subject = VisibilityTarget.Of(found.Value).Subject;
        var actor = await database.AuditEntries
            .Where(entry => entry.Subject == subject && entry.Action == "visibility.change" && entry.Result == AuditResult.Done)
            .OrderByDescending(entry => entry.Seq)
            .Select(entry => entry.ActorId)
            .FirstOrDefaultAsync(cancellationToken);
        var seen = (await Sight.OfAsync(database, by, cancellationToken)).People(database.People.Where(person => person.Id == actor));
        var name = await seen.Select(person => person.Name).SingleOrDefaultAsync(cancellationToken);
        return name is null
            ? new Refusal(RefusalKind.Conflict, "Visibility.ChangedBySomebody", found.Value.Reason)
            : new Refusal(RefusalKind.Conflict, "Visibility.ChangedMeanwhile", name, found.Value.Reason);
    }

    /// <summary>What a rule is about, for the audit of a refusal; what does not exist is about nothing.</summary>
    internal static async Task<VisibilityTarget> TargetAsync(AppDbContext database, VisibilityRuleId id, CancellationToken cancellationToken) =>
        await database.VisibilityRules.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } rule
            ? VisibilityTarget.Of(rule)
            : new VisibilityTarget(null, null);

    /// <summary>Writes the act into the audit, in its own transaction, and saves what is pending.</summary>
    internal Task WriteAsync(AppDbContext database, PersonId by, string action, VisibilityTarget target, object detail, CancellationToken cancellationToken) =>
        audit.WriteAsync(database, by, action, target.Subject, detail, cancellationToken);

    /// <summary>Lets the next reader see the change.</summary>
    internal void Tell() => counts.Forget();
}
