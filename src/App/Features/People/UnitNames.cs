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
    private const int MaxDepth = 30;
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Kept? _kept;

    /// <summary>The units whose name fits, best first: whole name, beginning, inside; offices before departments.</summary>
    /// <param name="typed">Any part of the name, or the beginning of its pinyin or initials.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<UnitHit>> FindAsync(string typed, int take, CancellationToken cancellationToken) => FindAsync([typed], take, cancellationToken);

    /// <summary>The units one word names and the others narrow, in any order: 三亚 and 教育局 are the 教育局 in and below 三亚.</summary>
    /// <param name="words">Each any part of a name, or the beginning of its pinyin or initials.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<UnitHit>> FindAsync(IReadOnlyList<string> words, int take, CancellationToken cancellationToken) =>
        FindAsync(new UnitTerms(words), take, cancellationToken);

    /// <summary>The same, and only within one subtree where it is asked for.</summary>
    public async Task<IReadOnlyList<UnitHit>> FindAsync(UnitTerms asked, int take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(asked);
        string[] terms = [.. asked.Words.Select(word => SimplifiedScript.Of(PersonTokens.Term(word))).Where(term => term.Length > 0)];
        if (terms.Length == 0)
        {
            return [];
        }

        var kept = await KeptAsync(cancellationToken);
        var fits = terms.Select(term => kept.Names.Select(name => (byte)name.FitOf(term)).ToArray()).ToArray();
        return [.. kept.Names
            .Where((_, at) => fits.Any(fit => fit[at] < Name.NoFit))
            .SelectMany(name => name.Units)
            .Select(unit => (Fit: FitOf(unit, fits), Unit: unit))
            .Where(found => found.Fit < Name.NoFit && (asked.Within is not { } reach || IsBelow(found.Unit, reach)))
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
            .Select(unit => new Row(unit.Id, unit.ParentId, unit.LineParentId, unit.Kind, unit.Name, unit.NamePy, unit.Sort))
            .ToListAsync(cancellationToken);
        var byId = rows.ToDictionary(row => row.Id);
        var placed = rows.ToDictionary(row => row.Id, row => Place(row, byId));
        var names = rows
            .GroupBy(row => row.Name, StringComparer.Ordinal)
            .Select(same => new Name(
                PersonTokens.Term(same.Key),
                same.First().NamePy.Replace(" ", "", StringComparison.Ordinal),
                PlainPinyin.Initials(same.Key),
                [.. same.Select(row => placed[row.Id])]))
            .ToArray();
        for (var at = 0; at < names.Length; at++)
        {
            foreach (var unit in names[at].Units)
            {
                unit.NameAt = at;
                unit.Above = unit.AboveId is { } above ? placed.GetValueOrDefault(above) : null;
                unit.Superior = unit.SuperiorId is { } superior ? placed.GetValueOrDefault(superior) : null;
            }
        }

        return new Kept(clock.GetUtcNow(), names);
    }

    // The best of the words that fit the unit itself, when all the others fit it too or one above it.
    private static int FitOf(Placed unit, byte[][] fits)
    {
        int best = fits.Min(fit => fit[unit.NameAt]);
        return best == Name.NoFit || fits.All(fit => IsAround(unit, fit)) ? best : Name.NoFit;
    }

    private static bool IsAround(Placed unit, byte[] fit)
    {
        var depth = 0;
        for (var at = unit; at is not null && depth < MaxDepth; at = at.Above, depth++)
        {
            if (fit[at.NameAt] < Name.NoFit)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBelow(Placed unit, UnitReach reach)
    {
        var depth = 0;
        for (var at = unit; at is not null && depth < MaxDepth; depth++)
        {
            if (at.Hit.Id == reach.Unit)
            {
                return true;
            }

            at = reach.Line == Line.Administrative ? at.Above : at.Superior;
        }

        return false;
    }

    private static Placed Place(Row row, Dictionary<UnitId, Row> byId)
    {
        var depth = 0;
        var around = "";
        for (var above = Above(row, byId); above is not null && depth < MaxDepth; above = Above(above, byId))
        {
            depth++;
            around = around.Length == 0 && above.Kind is not UnitKind.Section ? above.Name : around;
        }

        return new Placed(new UnitHit(row.Id, row.Name, around, row.Kind), depth, row.Sort)
        {
            AboveId = row.ParentId,
            SuperiorId = UnitLines.Above(row.Kind, row.ParentId, row.LineParentId, Line.Business),
        };
    }

    private static Row? Above(Row row, Dictionary<UnitId, Row> byId) => row.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null;

    private sealed record Row(UnitId Id, UnitId? ParentId, UnitId? LineParentId, UnitKind Kind, string Name, string NamePy, int Sort);

    private sealed class Placed(UnitHit hit, int depth, int sort)
    {
        public UnitHit Hit => hit;

        public int Depth => depth;

        public int Sort => sort;

        public Placed? Above { get; set; }

        /// <summary>What stands above it in the business line.</summary>
        public Placed? Superior { get; set; }

        public required UnitId? AboveId { get; init; }

        public required UnitId? SuperiorId { get; init; }

        /// <summary>The place of its name among the names kept.</summary>
        public int NameAt { get; set; }
    }

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
