using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <param name="Id">Which rule.</param>
/// <param name="Except">Who is exempt from now on.</param>
/// <param name="Reason">Why it stands.</param>
/// <param name="Version">The version the change was made on.</param>
public sealed record ChangeVisibilityRuleRequest(VisibilityRuleId Id, IReadOnlyList<AudienceRule> Except, string Reason, long Version);

/// <summary>
/// Gives a rule another reason and other exceptions. Refused when somebody was faster, with what that one wrote; what a
/// rule is about never changes, that is another rule.
/// </summary>
public sealed class ChangeVisibilityRule(IDbContextFactory<AppDbContext> databases, RuleChanges changes)
{
    public async Task<Result<Done>> HandleAsync(ChangeVisibilityRuleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var target = await RuleChanges.TargetAsync(database, request.Id, cancellationToken);
        return await changes.GuardAsync(by, "visibility.change", target, () => ChangeAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<Done>> ChangeAsync(ChangeVisibilityRuleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.Units, cancellationToken);
        var found = await RuleChanges.FindAsync(database, request.Id, request.Version, by, cancellationToken);
        if (found.Refusal is { } hidden)
        {
            return hidden;
        }

        var (rule, old) = (found.Value, found.Value.ExceptId);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        if (await RuleExceptions.CheckAsync(sight, request.Except, old, cancellationToken) is { } unfit)
        {
            return unfit;
        }

        var before = new { rule.Reason, except = await RuleExceptions.AuditedAsync(database, old, cancellationToken) };
        if (rule.Change(request.Reason, RuleExceptions.Make(database, rule.Id, request.Except)) is { } refusal)
        {
            return refusal;
        }

        await database.SaveChangesAsync(cancellationToken);
        await RuleExceptions.DropAsync(database, rule.Id, old, cancellationToken);
        var after = new { rule.Reason, except = await RuleExceptions.AuditedAsync(database, rule.ExceptId, cancellationToken) };
        await changes.WriteAsync(
            database, by, "visibility.change", VisibilityTarget.Of(rule), new { kind = rule.Kind.ToString(), before, after }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return default(Done);
    }
}
