using System.Text.Encodings.Web;
using System.Text.Json;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Trust;

/// <summary>Writes down every management act, in the transaction of the act itself: neither is ever without the other.</summary>
public sealed class AuditLog(TimeProvider clock)
{
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
        if (database.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("The audit is written inside the transaction of the act.");
        }

        await database.LockAsync(WriteLock.Audit, cancellationToken);
        var last = await database.AuditEntries.AsNoTracking()
            .OrderByDescending(entry => entry.Seq)
            .FirstOrDefaultAsync(cancellationToken);
        var act = new AuditAct(action, subject, JsonSerializer.Serialize(detail, _json));
        database.AuditEntries.Add(AuditChain.Next(last, clock.GetUtcNow(), actor, act));
        await database.SaveChangesAsync(cancellationToken);
    }
}
