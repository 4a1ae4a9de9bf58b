using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>Adds the people whose post carries a title or a duty: in units, by name, or of the own office first.</summary>
internal sealed class TitleCandidates(AppDbContext database, SearchCandidates candidates, Searcher searcher)
{
    private const int Most = 100;
    private const int Posts = 2000;
    private const int SmallSubtree = 300;

    private IQueryable<Post> Seen => searcher.Posts();

    /// <summary>Those of the own office, then whoever comes first in the province.</summary>
    public async Task AddAnywhereAsync(TitleHit title, CancellationToken cancellationToken)
    {
        if (searcher.Within is { } reach)
        {
            await AddBelowAsync(title, Below([reach.Unit], reach.Line), words: 0, cancellationToken);
            return;
        }

        var near = Of(title).Where(post => searcher.Office.Contains(post.UnitId)).OrderBy(post => post.UnitId).ThenBy(post => post.RankSort);
        Add(title, await Seats(near).Take(Most).ToListAsync(cancellationToken), words: 0);
        foreach (var posts in ByIndex(title))
        {
            Add(title, await Seats(posts).Take(Most).ToListAsync(cancellationToken), words: 0);
        }
    }

    /// <summary>Those below the units; the higher their unit stands the better.</summary>
    public Task AddInUnitsAsync(TitleHit title, IReadOnlyList<UnitId> units, int words, CancellationToken cancellationToken) =>
        AddBelowAsync(title, Below(units, Line.Administrative), words, cancellationToken);

    private async Task AddBelowAsync(TitleHit title, IQueryable<UnitClosure> below, int words, CancellationToken cancellationToken)
    {
        if (await below.CountAsync(cancellationToken) <= SmallSubtree)
        {
            var seats =
                from row in below
                join post in Of(title) on row.DescendantId equals post.UnitId
                orderby row.Depth, post.RankSort, post.Id
                select new Seat { PersonId = post.PersonId, PostId = post.Id, UnitId = post.UnitId, Title = post.Title, Duty = post.Duty, Depth = row.Depth };
            Add(title, await seats.Take(Most).ToListAsync(cancellationToken), words);
            return;
        }

        foreach (var posts in ByIndex(title))
        {
            var inside = posts.Where(post => below.Any(row => row.DescendantId == post.UnitId));
            Add(title, await Seats(inside).Take(Most).ToListAsync(cancellationToken), words);
        }
    }

    /// <summary>Those whose name begins with the term or holds it, below the units where some are given.</summary>
    public async Task AddNamedAsync(TitleHit title, TokenRange name, IReadOnlyList<UnitId>? units, int words, CancellationToken cancellationToken)
    {
        var below = units is null ? null : Below(units, Line.Administrative);
        foreach (var posts in ByIndex(title))
        {
            // A bounded part of the posts: of a title half the province carries, those named so are found by the name's own words.
            var some = below is null ? posts.Take(Posts) : posts.Where(post => below.Any(row => row.DescendantId == post.UnitId)).Take(Posts);
#pragma warning disable CA1309 // Becomes the database's own comparison, by code point on both.
            var named = some.Where(post => database.PersonTokens.Any(token => token.PersonId == post.PersonId
                && string.Compare(token.Token, name.From) >= 0 && string.Compare(token.Token, name.To) < 0));
#pragma warning restore CA1309
            Add(title, await Seats(named.OrderBy(post => post.Id)).Take(Most).ToListAsync(cancellationToken), words);
        }
    }

    private IQueryable<UnitClosure> Below(IReadOnlyList<UnitId> units, Line line) =>
        database.UnitClosures.Where(row => row.Line == line && units.Contains(row.AncestorId));

    private IQueryable<Post> Of(TitleHit title)
    {
        var titles = title.Whole.Concat(title.Parts).ToList();
        return title.Duties.Count == 0
            ? Seen.Where(post => titles.Contains(post.Title))
            : Seen.Where(post => titles.Contains(post.Title) || title.Duties.Contains(post.Duty!));
    }

    // Each in the order of an index that holds it, so that the database stops when it has enough.
    private IEnumerable<IQueryable<Post>> ByIndex(TitleHit title)
    {
        foreach (var titles in new[] { title.Whole, title.Parts }.Where(titles => titles.Count > 0))
        {
            yield return Seen.Where(post => titles.Contains(post.Title)).OrderBy(post => post.Title).ThenBy(post => post.UnitId);
        }

        if (title.Duties.Count > 0)
        {
            yield return Seen.Where(post => title.Duties.Contains(post.Duty!)).OrderBy(post => post.Duty).ThenBy(post => post.UnitId);
        }
    }

    private static IQueryable<Seat> Seats(IQueryable<Post> posts) => posts.Select(post => new Seat
    {
        PersonId = post.PersonId,
        PostId = post.Id,
        UnitId = post.UnitId,
        Title = post.Title,
        Duty = post.Duty,
        Depth = 0,
    });

    private void Add(TitleHit title, IEnumerable<Seat> seats, int words)
    {
        foreach (var seat in seats)
        {
            var isWhole = title.Whole.Contains(seat.Title) || (seat.Duty is { } duty && title.Duties.Contains(duty));
            candidates.Add(
                seat.PersonId,
                new SearchMatch(words, isWhole ? 3 : 2, searcher.Office.Contains(seat.UnitId), 0, isWhole, -seat.Depth),
                seat.PostId);
        }
    }

    private sealed class Seat
    {
        public required PersonId PersonId { get; init; }

        public required PostId PostId { get; init; }

        public required UnitId UnitId { get; init; }

        public required string Title { get; init; }

        public required string? Duty { get; init; }

        public required int Depth { get; init; }
    }
}
