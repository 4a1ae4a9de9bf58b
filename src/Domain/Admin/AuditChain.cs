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

    private const int NewestForm = 1;

    /// <summary>The next entry of the chain.</summary>
    public static AuditEntry Next(AuditHead? head, DateTimeOffset at, PersonId? actor, AuditAct act, AuditOrigin origin)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(origin);

        // Both databases keep whole milliseconds exactly; the hash must be over what is kept.
        var kept = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
        var seq = (head?.Seq ?? 0) + 1;
        var id = AuditEntryId.New();
        return Make(Hash(head?.Hash ?? Start, Make("")));

        AuditEntry Make(string hash) => new()
        {
            Seq = seq,
            Id = id,
            At = kept,
            ActorId = actor,
            Action = act.Action,
            Subject = act.Subject,
            Detail = act.Detail,
            Result = act.Result,
            Channel = origin.Channel,
            Source = origin.Source,
            UnitId = act.UnitId,
            Form = NewestForm,
            Hash = hash,
        };
    }

    /// <summary>Whether the entry is what was written, after the one with <paramref name="previousHash"/>.</summary>
    public static bool Holds(AuditEntry entry, string previousHash)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Form is >= 0 and <= NewestForm
            && (entry.Form > 0 || entry is { Result: AuditResult.Done, Channel: null, Source: null, UnitId: null })
            && entry.Hash == Hash(previousHash, entry);
    }

    private static string Hash(string previous, AuditEntry entry)
    {
        string[] fields =
        [
            previous, entry.Seq.ToString(CultureInfo.InvariantCulture), entry.Id.ToString(),
            entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), entry.ActorId?.ToString() ?? "",
            entry.Action, entry.Subject, entry.Detail,
            .. entry.Form == 0 ? [] : Later(entry),
        ];

        // The lengths keep two different rows from ever reading the same.
        var text = string.Concat(fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{field.Length}:{field}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static string[] Later(AuditEntry entry) =>
    [
        entry.Form.ToString(CultureInfo.InvariantCulture), ((int)entry.Result).ToString(CultureInfo.InvariantCulture),
        ((int?)entry.Channel)?.ToString(CultureInfo.InvariantCulture) ?? "", entry.Source ?? "", entry.UnitId?.ToString() ?? "",
    ];
}
