using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>
/// The names of all units, kept in memory to be searched by any part, pinyin and initials: a hundred thousand short
/// texts, many of them the same. Changes made on this node are seen at once, those of other nodes within a minute.
/// </summary>
public sealed class UnitNames(IDbContextFactory<AppDbContext> databases, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Kept? _kept;

    /// <summary>The units whose name fits, best first: whole name, beginning, inside; offices before departments.</summary>
    /// <param name="typed">Any part of the name, or the beginning of its pinyin or initials.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<IReadOnlyList<UnitHit>> FindAsync(string typed, int take, CancellationToken cancellationToken)
    {
        var term = PersonTokens.Term(typed);
        if (term.Length == 0)
        {
            return [];
        }

        var kept = await KeptAsync(cancellationToken);
        return [.. kept.Names
            .Select(name => (Name: name, Fit: name.FitOf(term)))
            .Where(found => found.Fit < Name.NoFit)
            .SelectMany(found => found.Name.Units.Select(unit => (found.Fit, Unit: unit)))
            .OrderBy(found => found.Fit)
            .ThenBy(found => found.Unit.Hit.Kind == UnitKind.Department)
            .ThenBy(found => found.Unit.Depth)
            .ThenBy(found => found.Unit.Sort)
            .Take(take)
            .Select(found => found.Unit.Hit)];
    }

    /// <summary>Reads the names anew at the next search.</summary>
    public void Forget() => _kept = null;

    public void Dispose() => _loading.Dispose();

    private async Task<Kept> KeptAsync(CancellationToken cancellationToken)
    {
        if (_kept is { } kept && kept.At + _fresh > clock.GetUtcNow())
        {
            return kept;
        }

        // One reader renews; the others go on with what there is.
        if (!await _loading.WaitAsync(_kept is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
        {
            return _kept ?? await LoadAsync(cancellationToken);
        }

        try
        {
            return _kept is { } renewed && renewed.At + _fresh > clock.GetUtcNow() ? renewed : _kept = await LoadAsync(cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    private async Task<Kept> LoadAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await database.Living()
            .Select(unit => new Row(unit.Id, unit.ParentId, unit.Kind, unit.Name, unit.NamePy, unit.Sort))
            .ToListAsync(cancellationToken);
        var byId = rows.ToDictionary(row => row.Id);
        var names = rows
            .GroupBy(row => row.Name, StringComparer.Ordinal)
            .Select(same => new Name(
                PersonTokens.Term(same.Key),
                same.First().NamePy.Replace(" ", "", StringComparison.Ordinal),
                PlainPinyin.Initials(same.Key),
                [.. same.Select(row => Place(row with { Name = same.Key }, byId))]))
            .ToArray();
        return new Kept(clock.GetUtcNow(), names);
    }

    private static Placed Place(Row row, Dictionary<UnitId, Row> byId)
    {
        var depth = 0;
        var around = "";
        for (var above = Above(row, byId); above is not null && depth < 30; above = Above(above, byId))
        {
            depth++;
            around = around.Length == 0 && above.Kind is not UnitKind.Section ? above.Name : around;
        }

        return new Placed(new UnitHit(row.Id, row.Name, around, row.Kind), depth, row.Sort);
    }

    private static Row? Above(Row row, Dictionary<UnitId, Row> byId) => row.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null;

    private sealed record Row(UnitId Id, UnitId? ParentId, UnitKind Kind, string Name, string NamePy, int Sort);

    private sealed record Placed(UnitHit Hit, int Depth, int Sort);

    private sealed record Kept(DateTimeOffset At, Name[] Names);

    private sealed record Name(string Text, string Pinyin, string Initials, Placed[] Units)
    {
        public const int NoFit = 9;

        public int FitOf(string term)
        {
            var at = Text.IndexOf(term, StringComparison.Ordinal);
            return at == 0 ? (Text.Length == term.Length ? 0 : 1)
                : at > 0 ? 2
                : term.Length > 1 && char.IsAsciiLetter(term[0])
                    && (Pinyin.StartsWith(term, StringComparison.Ordinal) || Initials.StartsWith(term, StringComparison.Ordinal)) ? 3
                : NoFit;
        }
    }
}
