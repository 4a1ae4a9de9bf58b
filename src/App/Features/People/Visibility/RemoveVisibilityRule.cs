using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <param name="Id">Which rule.</param>
/// <param name="Version">The version whose removal was confirmed.</param>
public sealed record RemoveVisibilityRuleRequest(VisibilityRuleId Id, long Version);

/// <summary>Takes a rule away; what it kept back is seen again at once. Refused when somebody changed it meanwhile.</summary>
public sealed class RemoveVisibilityRule(IDbContextFactory<AppDbContext> databases, RuleChanges changes)
{
    public async Task<Result<Done>> HandleAsync(RemoveVisibilityRuleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var target = await RuleChanges.TargetAsync(database, request.Id, cancellationToken);
        return await changes.GuardAsync(by, "visibility.remove", target, () => RemoveAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> RemoveAsync(RemoveVisibilityRuleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.Units, cancellationToken);
        var found = await RuleChanges.FindAsync(database, request.Id, request.Version, by, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var rule = found.Value;
        var before = new { rule.Reason, except = await RuleExceptions.AuditedAsync(database, rule.ExceptId, cancellationToken) };
        database.VisibilityRules.Remove(rule);
        await RuleExceptions.DropAsync(database, rule.Id, rule.ExceptId, cancellationToken);
        await changes.WriteAsync(
            database, by, "visibility.remove", VisibilityTarget.Of(rule), new { kind = rule.Kind.ToString(), before }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }
}
