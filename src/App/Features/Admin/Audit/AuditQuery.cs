using System.Globalization;
using HaiZhengTong.Domain.Admin;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>What is asked of the audit, as it stands in an address. What is not understood is not asked.</summary>
public sealed record AuditQuery(string? Who, string? Area, string? Subject, string? Result, string? From, string? To)
{
    private const int MaxTyped = 100;

    public ListAuditRequest Request(long? before) => new(
        Area is not null && AuditWords.IsKnown(Area) ? Area : null, Day(From), Day(To), before)
    {
        Search = new AuditSearch
        {
            Person = Short(Who),
            Subject = Short(Subject),
            Result = Enum.GetValues<AuditResult>().Where(result => result.ToString() == Result).Select(result => (AuditResult?)result).FirstOrDefault(),
        },
    };

    public IEnumerable<(string Name, string? Value)> Parts() =>
        [("who", Who), ("area", Area), ("subject", Subject), ("result", Result), ("from", From), ("to", To)];

    private static string? Short(string? typed) => typed is { Length: > MaxTyped } ? typed[..MaxTyped] : typed;

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 2000 and < 2200 ? day : null;
}
