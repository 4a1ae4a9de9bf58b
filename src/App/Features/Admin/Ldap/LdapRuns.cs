using System.Text.Json;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Domain.People.Ldap;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Ldap;

/// <summary>The book of runs: one of a source at a time, on whichever node, each with what came of it.</summary>
internal sealed class LdapRuns(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    /// <summary>How many runs of a source are remembered.</summary>
    public const int Kept = 50;

    // A node that died in the middle of a run must not hold up all others for ever.
    private static readonly TimeSpan _longest = TimeSpan.FromHours(2);

    /// <summary>Does a run and writes down how it ended.</summary>
    public async Task<Result<LdapReport>> DoAsync(
        LdapSource source, LdapRunKind kind, PersonId by, Func<Task<Result<LdapReport>>> act, CancellationToken cancellationToken)
    {
        var begun = await BeginAsync(source, kind, by, cancellationToken);
        if (begun.Refusal is { } refusal)
        {
            return refusal;
        }

        var state = LdapRunState.Failed;
        Result<LdapReport> made = new Refusal(RefusalKind.Invalid, "Bulk.Failed");
        try
        {
            made = await act();
            state = made.Refusal is null ? LdapRunState.Done : LdapRunState.Refused;
            return made;
        }
        catch (OperationCanceledException)
        {
            state = LdapRunState.Cancelled;
            made = new Refusal(RefusalKind.Invalid, "Bulk.Cancelled");
            throw;
        }
        finally
        {
            // However it ended, also after a cancellation, the next run must be able to begin.
            await EndAsync(begun.Value, state, made, CancellationToken.None);
        }
    }

    /// <summary>The sentence kept with a run that wrote nothing.</summary>
    public static Refusal? WhyOf(LdapRun run)
    {
        if (run.Why is null)
        {
            return null;
        }

        var kept = JsonSerializer.Deserialize<string[]>(run.Why) ?? [];
        return kept is [var key, .. var arguments] ? new Refusal(RefusalKind.Invalid, key, [.. arguments]) : null;
    }

    private async Task<Result<LdapRunId>> BeginAsync(LdapSource source, LdapRunKind kind, PersonId by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        await database.LockAsync(WriteLock.LdapRuns, cancellationToken);
        var of = database.LdapRuns.Where(run => run.Source == source.Name);
        var dead = now - _longest;
        if (await of.AnyAsync(run => run.State == LdapRunState.Running && run.StartedAt > dead, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "Ldap.AtWork");
        }

        if (kind == LdapRunKind.Scheduled && !await IsDueAsync(database, source, now, cancellationToken))
        {
            return new Refusal(RefusalKind.Conflict, "Ldap.NotDue");
        }

        await of.Where(run => run.State == LdapRunState.Running)
            .ExecuteUpdateAsync(row => row.SetProperty(run => run.State, LdapRunState.Failed), cancellationToken);
        var begun = new LdapRun { Id = LdapRunId.New(), Source = source.Name, Kind = kind, By = by, StartedAt = now };
        database.LdapRuns.Add(begun);
        await database.SaveChangesAsync(cancellationToken);
        var oldest = await of.OrderByDescending(run => run.StartedAt).Skip(Kept).Select(run => (DateTimeOffset?)run.StartedAt).FirstOrDefaultAsync(cancellationToken);
        if (oldest is { } before)
        {
            await of.Where(run => run.StartedAt <= before && run.State != LdapRunState.Running).ExecuteDeleteAsync(cancellationToken);
        }

        await write.CommitAsync(cancellationToken);
        return begun.Id;
    }

    /// <summary>Whether a source read by itself is to be read now.</summary>
    public static async Task<bool> IsDueAsync(AppDbContext database, LdapSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (source.Every is not { } every)
        {
            return false;
        }

        var since = now - every;
        return !await database.LdapRuns.AnyAsync(
            run => run.Source == source.Name && run.Kind == LdapRunKind.Scheduled && run.StartedAt > since, cancellationToken);
    }

    private async Task EndAsync(LdapRunId id, LdapRunState state, Result<LdapReport> made, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var run = await database.LdapRuns.SingleAsync(row => row.Id == id, cancellationToken);
        run.State = state;
        run.EndedAt = clock.GetUtcNow();
        if (made.Refusal is { } refusal)
        {
            run.Why = JsonSerializer.Serialize<string[]>([refusal.TextKey, .. refusal.Arguments.Select(argument => argument.ToString() ?? "")]);
        }
        else
        {
            var report = made.Value;
            (run.Added, run.Changed, run.Unchanged, run.Refused, run.Missing) = (
                report[ImportFate.Added], report[ImportFate.Changed], report[ImportFate.Unchanged], report[ImportFate.Refused], report.Missing.Count);
        }

        await database.SaveChangesAsync(cancellationToken);
        await write.CommitAsync(cancellationToken);
    }
}
