using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>Writes down every management act, in the transaction of the act itself: neither is ever without the other.</summary>
public sealed class AuditLog(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    // One try after the other at the same thing fills no book.
    private static readonly TimeSpan _refusalStep = TimeSpan.FromMinutes(1);

    // The text is read by people and never becomes part of a page unescaped.
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Adds one entry inside the caller's write (after <c>BeginWriteAsync</c>, before its commit) and saves what the caller has pending.</summary>
    /// <param name="database">The caller's context, its write begun.</param>
    /// <param name="actor">Who did it; null for the operator at the console.</param>
    /// <param name="action">"unit.rename", "person.disable", "token.make" …</param>
    /// <param name="subject">"kind:id".</param>
    /// <param name="detail">Old and new values, an anonymous object; no secrets.</param>
    public async Task WriteAsync(
        AppDbContext database, PersonId? actor, string action, string subject, object detail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        var unit = await AuditPlaces.OfAsync(database, actor, subject, cancellationToken);
        await AppendAsync(database, actor, new AuditAct(action, subject, Text(detail)) { UnitId = unit }, cancellationToken);
    }

    /// <summary>The same where the unit it belongs to is not the subject's own.</summary>
    public Task WriteAsync(
        AppDbContext database, PersonId? actor, string action, string subject, UnitId unit, object detail, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        return AppendAsync(database, actor, new AuditAct(action, subject, Text(detail)) { UnitId = unit }, cancellationToken);
    }

    /// <summary>Does a management act and writes down when it is refused because the person may not.</summary>
    /// <param name="actor">Who tries.</param>
    /// <param name="action">What is tried: "unit.rename" …</param>
    /// <param name="subject">"kind:id".</param>
    /// <param name="act">The act; its own transaction is over when it answers.</param>
    public async Task<Result<T>> GuardAsync<T>(
        PersonId actor, string action, string subject, Func<Task<Result<T>>> act, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(act);
        var result = await act();
        if (result.Refusal is { Kind: RefusalKind.Forbidden } refusal)
        {
            await WriteRefusalAsync(actor, action, subject, refusal.TextKey, cancellationToken);
        }

        return result;
    }

    private async Task WriteRefusalAsync(PersonId actor, string action, string subject, string why, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var since = clock.GetUtcNow() - _refusalStep;
        if (await database.AuditEntries.AnyAsync(
            entry => entry.ActorId == actor && entry.Result == AuditResult.Refused
                && entry.Action == action && entry.Subject == subject && entry.At > since,
            cancellationToken))
        {
            return;
        }

        var unit = await AuditPlaces.OfAsync(database, actor, subject, cancellationToken);
        var act = new AuditAct(action, subject, Text(new { why })) { Result = AuditResult.Refused, UnitId = unit };
        await AppendAsync(database, actor, act, cancellationToken);

        await write.CommitAsync(cancellationToken);
    }

    private async Task AppendAsync(AppDbContext database, PersonId? actor, AuditAct act, CancellationToken cancellationToken)
    {
        if (database.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The audit is written inside the transaction of the act.");
        }

        await database.LockAsync(WriteLock.Audit, cancellationToken);
        var head = await HeadAsync(database, cancellationToken);
        var entry = AuditChain.Next(head, clock.GetUtcNow(), actor, act, AuditOrigins.Current);
        database.AuditEntries.Add(entry);
        if (entry.Seq == 1)
        {
            database.AuditHeads.Add(new AuditHead { Seq = entry.Seq, Hash = entry.Hash });
        }

        await database.SaveChangesAsync(cancellationToken);
        await database.AuditHeads.ExecuteUpdateAsync(
            row => row.SetProperty(one => one.Seq, entry.Seq).SetProperty(one => one.Hash, entry.Hash), cancellationToken);
    }

    // After the noted head, not after the last row: where the tail was cut off, the gap stays for ever. A head that was
    // taken away is not made anew, so that the check goes on to tell of it.
    private static async Task<AuditHead?> HeadAsync(AppDbContext database, CancellationToken cancellationToken) =>
        await database.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken)
        ?? await database.AuditEntries
            .OrderByDescending(entry => entry.Seq)
            .Select(entry => new AuditHead { Seq = entry.Seq, Hash = entry.Hash })
            .FirstOrDefaultAsync(cancellationToken);

    private static string Text(object detail)
    {
        if (AuditVia.Current is not { } program || JsonSerializer.SerializeToNode(detail, _json) is not JsonObject named)
        {
            return JsonSerializer.Serialize(detail, _json);
        }

        named["via"] = program;
        return named.ToJsonString(_json);
    }
}
