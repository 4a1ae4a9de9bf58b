using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Admin;

/// <summary>Ties each entry of the audit to the one before it, so that a changed or missing row shows.</summary>
public static class AuditChain
{
    /// <summary>What stands where the first entry has no predecessor.</summary>
    public const string Start = "";

    /// <summary>The next entry of the chain.</summary>
    public static AuditEntry Next(AuditEntry? last, DateTimeOffset at, PersonId? actor, AuditAct act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var seq = (last?.Seq ?? 0) + 1;
        var id = AuditEntryId.New();

        // Both databases keep whole milliseconds exactly; the hash must be over what is kept.
        var kept = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        return new AuditEntry
        {
            Seq = seq,
            Id = id,
            At = kept,
            ActorId = actor,
            Action = act.Action,
            Subject = act.Subject,
            Detail = act.Detail,
            Hash = Hash(last?.Hash ?? Start, seq, id, kept, actor, act),
        };
    }

    /// <summary>Whether the entry is what was written, after the one with <paramref name="previousHash"/>.</summary>
    public static bool Holds(AuditEntry entry, string previousHash)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var act = new AuditAct(entry.Action, entry.Subject, entry.Detail);
        return entry.Hash == Hash(previousHash, entry.Seq, entry.Id, entry.At, entry.ActorId, act);
    }

    private static string Hash(string previous, long seq, AuditEntryId id, DateTimeOffset at, PersonId? actor, AuditAct act)
    {
        string[] fields =
        [
            previous, seq.ToString(CultureInfo.InvariantCulture), id.ToString(),
            at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), actor?.ToString() ?? "",
            act.Action, act.Subject, act.Detail,
        ];

        // The lengths keep two different rows from ever reading the same.
        var text = string.Concat(fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Length}:{field}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
