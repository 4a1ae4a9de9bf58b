using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>The titles posts carry and the names of the duties, kept in memory: a word of a search is one of them or it is not. Changes made on this node are seen at once.</summary>
public sealed class PostTitles(IDbContextFactory<AppDbContext> databases, TimeProvider clock) : IDisposable
{
    private const int MaxDuties = 1000;
    private const int MaxFound = 40;
    private static readonly TimeSpan _fresh = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Kept? _kept;
    private int _forgotten;

    // From one title to the next over the index: a few hundred steps, however many posts there are.
    private const string Distinct =
        """
        with recursive step(title) as (
            select min(title) from post
            union all
            select (select min(title) from post where title > step.title) from step where step.title is not null)
        select title as "Value" from step where title is not null limit 20000
        """;

    /// <summary>The titles and duties a word asks for; null where it asks for none.</summary>
    internal async Task<TitleHit?> FindAsync(string typed, CancellationToken cancellationToken)
    {
        var term = SimplifiedScript.Of(PersonTokens.Term(typed));
        if (term.Length < 2)
        {
            return null;
        }

        var kept = await KeptAsync(cancellationToken);
        var duties = kept.Duties.Where(duty => duty.Key.Is(term)).Select(duty => duty.Code).ToList();
        var whole = kept.Titles.Where(title => title.Is(term)).Select(title => title.Written).ToList();
        var parts = char.IsAscii(term[0]) ? [] : kept.Titles
            .Where(title => title.Term.Length > term.Length && title.Term.Contains(term, StringComparison.Ordinal))
            .OrderBy(title => title.Term.Length)
            .Take(MaxFound)
            .Select(title => title.Written)
            .ToList();
        return whole.Count + parts.Count + duties.Count == 0 ? null : new TitleHit(whole, parts, duties);
    }

    /// <summary>Reads the titles anew at the next search; what is being read meanwhile is not kept.</summary>
    public void Forget() => Interlocked.Increment(ref _forgotten);

    public void Dispose() => _loading.Dispose();

    private async Task<Kept> KeptAsync(CancellationToken cancellationToken)
    {
        if (_kept is { } kept && IsFresh(kept))
        {
            return kept;
        }

        await _loading.WaitAsync(cancellationToken);
        try
        {
            return _kept is { } renewed && IsFresh(renewed) ? renewed : _kept = await LoadAsync(cancellationToken);
        }
        finally
        {
            _loading.Release();
        }
    }

    private bool IsFresh(Kept kept) => kept.Forgotten == Volatile.Read(ref _forgotten) && kept.At + _fresh > clock.GetUtcNow();

    private async Task<Kept> LoadAsync(CancellationToken cancellationToken)
    {
        var forgotten = Volatile.Read(ref _forgotten);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var titles = await database.Database.SqlQueryRaw<string>(Distinct).ToListAsync(cancellationToken);
        var duties = await database.Duties.AsNoTracking()
            .OrderBy(duty => duty.Sort)
            .Select(duty => new { duty.Code, duty.Name, duty.NameEn })
            .Take(MaxDuties)
            .ToListAsync(cancellationToken);
        return new Kept(
            clock.GetUtcNow(),
            forgotten,
            [.. titles.Select(Key.Of)],
            [.. duties.SelectMany(duty => new[] { (Key.Of(duty.Name), duty.Code), (Key.Of(duty.NameEn), duty.Code) })]);
    }

    private sealed record Kept(DateTimeOffset At, int Forgotten, Key[] Titles, (Key Key, string Code)[] Duties);

    private sealed record Key(string Written, string Term, string Pinyin)
    {
        public static Key Of(string written) => new(written, PersonTokens.Term(written), PlainPinyin.Full(written));

        public bool Is(string term) => term == Term || (term == Pinyin && term.Length > 3);
    }
}
