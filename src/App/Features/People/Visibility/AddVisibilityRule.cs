using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <param name="Id">Made by the sender, so that a repeated send is recognised.</param>
/// <param name="Kind">What the rule takes away.</param>
/// <param name="Target">What it is about.</param>
/// <param name="Except">Who is exempt; empty for nobody but the own office and administrators.</param>
/// <param name="Reason">Why; shown to whoever asks.</param>
public sealed record AddVisibilityRuleRequest(
    VisibilityRuleId Id, VisibilityRuleKind Kind, VisibilityTarget Target, IReadOnlyList<AudienceRule> Except, string Reason);

/// <summary>Makes a rule of who may see whom, for whoever administers what the rule is about.</summary>
public sealed class AddVisibilityRule(IDbContextFactory<AppDbContext> databases, RuleChanges changes, TimeProvider clock)
{
    public Task<Result<VisibilityRuleId>> HandleAsync(AddVisibilityRuleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "visibility.add", request.Target, () => AddAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<VisibilityRuleId>> AddAsync(AddVisibilityRuleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.Units, cancellationToken);
        if (await CheckAsync(database, request, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (await database.VisibilityRules.AnyAsync(row => row.Id == request.Id, cancellationToken))
        {
            return request.Id;
        }

        var rule = new VisibilityRule
        {
            Id = request.Id,
            Kind = request.Kind,
            UnitId = request.Target.Unit,
            PersonId = request.Target.Person,
            Reason = "",
            MadeBy = by,
            MadeAt = clock.GetUtcNow(),
        };
        if (rule.Change(request.Reason, RuleExceptions.Make(database, request.Id, request.Except)) is { } unfit)
        {
            return unfit;
        }

        database.VisibilityRules.Add(rule);
        await database.SaveChangesAsync(cancellationToken);
        var detail = new { kind = rule.Kind.ToString(), rule.Reason, except = await RuleExceptions.AuditedAsync(database, rule.ExceptId, cancellationToken) };
        await changes.WriteAsync(database, by, "visibility.add", request.Target, detail, cancellationToken);

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return rule.Id;
    }

    private static async Task<Refusal?> CheckAsync(
        AppDbContext database, AddVisibilityRuleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var (unit, person) = (request.Target.Unit, request.Target.Person);
        if (!Enum.IsDefined(request.Kind) || !VisibilityRule.Fits(request.Kind, unit, person))
        {
            return new Refusal(RefusalKind.Invalid, "Visibility.NeedsTarget");
        }

        var sight = await Sight.OfAsync(database, by, cancellationToken);
        if (await RuleChanges.RefuseAsync(sight, by, request.Target, cancellationToken) is { } stranger)
        {
            return stranger;
        }

        if (request.Kind == VisibilityRuleKind.HideUnit
            && await database.Units.AnyAsync(row => row.Id == unit && row.ParentId == null, cancellationToken))
        {
            return new Refusal(RefusalKind.Invalid, "Visibility.NotTheRoot");
        }

        var twin = await database.VisibilityRules.AnyAsync(
            row => row.Id != request.Id && row.Kind == request.Kind && row.UnitId == unit && row.PersonId == person, cancellationToken);
        return twin
            ? new Refusal(RefusalKind.Conflict, "Visibility.RuleStands")
            : await RuleExceptions.CheckAsync(sight, request.Except, kept: null, cancellationToken);
    }
}
