using System.Linq.Expressions;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.TestKit;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.Bench.DirectorySearch;

/// <summary>What is typed into the search box, taken from people who are there; the same ones in every run.</summary>
internal sealed class SearchWords : IAsyncDisposable
{
    private const int Step = 37;
    private const int MostSeats = 5000;
    private readonly List<ListedPerson> _people;
    private readonly List<string> _seats;

    private SearchWords(AppDbContext database, List<ListedPerson> people, List<string> seats) =>
        (Database, _people, _seats) = (database, people, seats);

    public IReadOnlyList<ListedPerson> People => _people;

    public AppDbContext Database { get; }

    public int Count => _people.Count;

    public PersonId[] Searchers => [.. _people.Where((_, place) => place % 4_001 == 0).Select(person => person.Id)];

    public static async Task<SearchWords> ReadAsync(TestHost host, CancellationToken cancellationToken)
    {
        var database = await host.OpenDatabaseAsync();
        var rows = await database.People.AsNoTracking()
            .OrderBy(person => person.Account)
            .Select(person => new ListedPerson(person.Id, person.Account, person.Name, person.NamePy, person.Mobile ?? ""))
            .ToListAsync(cancellationToken);

        // Of units whose name stands once, so that the words lead to somebody.
        var once = database.Units.GroupBy(unit => unit.Name).Where(same => same.Count() == 1).Select(same => same.Key);
        var seats = await (
            from post in database.Posts
            join unit in database.Units on post.UnitId equals unit.Id
            where unit.Kind == UnitKind.Office && once.Contains(unit.Name)
            select new { unit.Name, post.Title })
            .Distinct()
            .OrderBy(seat => seat.Name)
            .ThenBy(seat => seat.Title)
            .Take(MostSeats)
            .ToListAsync(cancellationToken);
        return new SearchWords(
            database,
            rows,
            [.. seats.Select(seat => $"{seat.Name} {seat.Title}")]);
    }

    /// <summary>The ways people look for somebody, and how a table without tokens would be asked where it can be.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Words, Func<string, IQueryable<PersonId>>? Scan)> Kinds(int count) =>
    [
        ("two-character-infix", Take(count, person => person.Name.Length == 3 ? person.Name[1..] : null), word => Found(person => EF.Functions.Like(person.Name, $"%{word}%"))),
        ("pinyin-prefix", Take(count, person => Joined(person.NamePy) is { Length: > 5 } pinyin ? pinyin[..(4 + (person.Name[0] % 3))] : null),
            word => Found(person => EF.Functions.Like(person.NamePy.Replace(" ", ""), $"{word}%"))),
        ("initials", Take(count, person => Initials(person.NamePy) is { Length: > 2 } initials ? initials : null), null),
        ("phone-tail", Take(count, person => person.Mobile.Length >= 4 ? person.Mobile[^4..] : null), word => Found(person => EF.Functions.Like(person.Mobile, $"%{word}"))),
        ("mixed", Take(count, person => Initials(person.NamePy) is { Length: > 2 } initials ? person.Name[..1] + initials[1..] : null), null),
        ("syllables-and-initials", Take(count, person => person.NamePy.Split(' ') is { Length: 3 } parts ? parts[0] + parts[1][..1] + parts[2][..1] : null), null),
        ("title-unit", [.. Enumerable.Range(0, count).Select(number => _seats[number * Step % _seats.Count])], null),
    ];

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public List<string> Take(int count, Func<ListedPerson, string?> word) =>
    [
        .. Enumerable.Range(0, _people.Count)
            .Select(number => word(_people[(int)((long)number * Step % _people.Count)]))
            .Where(typed => typed is not null && typed.All(letter => !char.IsSurrogate(letter)))
            .OfType<string>()
            .Take(count),
    ];

    private IQueryable<PersonId> Found(Expression<Func<Person, bool>> fits) =>
        Database.People.Where(fits).OrderBy(person => person.NamePy).Select(person => person.Id);

    private static string Joined(string pinyin) => pinyin.Replace(" ", "", StringComparison.Ordinal);

    private static string Initials(string pinyin) => string.Concat(pinyin.Split(' ').Select(syllable => syllable[..1]));
}
