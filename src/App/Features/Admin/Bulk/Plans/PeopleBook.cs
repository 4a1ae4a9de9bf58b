using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>The people a file tells of and their posts, as they are, and the dictionary of duties.</summary>
internal sealed class PeopleBook
{
    private const int Step = 1_000;

    private readonly Dictionary<string, Person> _people = new(StringComparer.Ordinal);
    private readonly Dictionary<PersonId, List<Post>> _posts = [];
    private readonly Dictionary<string, Duty?> _duties = new(StringComparer.OrdinalIgnoreCase);

    public static async Task<PeopleBook> ReadAsync(AppDbContext database, IEnumerable<string> accounts, CancellationToken cancellationToken)
    {
        var book = new PeopleBook();
        foreach (var duty in await database.Duties.AsNoTracking().OrderByDescending(duty => duty.Sort).ToListAsync(cancellationToken))
        {
            book._duties[duty.Name] = book._duties[duty.NameEn] = duty;
        }

        // A code is one duty's alone and wins over names.
        foreach (var duty in book._duties.Values.OfType<Duty>().ToList())
        {
            book._duties[duty.Code] = duty;
        }

        // A directory smaller than the file is read through once, or not at all.
        var told = accounts.ToList();
        if (await database.People.CountAsync(cancellationToken) is var present && present < told.Count)
        {
            var all = await database.People.AsNoTracking().Select(person => person.Account).ToListAsync(cancellationToken);
            told = [.. all.Intersect(told, StringComparer.Ordinal)];
        }

        foreach (var some in told.Chunk(Step))
        {
            await book.ReadAsync(database, some, cancellationToken);
        }

        return book;
    }

    public Person? Person(string account) => _people.GetValueOrDefault(account);

    public IReadOnlyList<Post> Posts(PersonId person) => _posts.GetValueOrDefault(person, []);

    public Duty? Duty(string told) => _duties.GetValueOrDefault(told);

    private async Task ReadAsync(AppDbContext database, string[] accounts, CancellationToken cancellationToken)
    {
        var people = await database.People.AsNoTracking().Where(person => accounts.Contains(person.Account)).ToListAsync(cancellationToken);
        var ids = people.ConvertAll(person => person.Id);
        foreach (var person in people)
        {
            _people[person.Account] = person;
            _posts[person.Id] = [];
        }

        if (ids.Count > 0)
        {
            foreach (var post in await database.Posts.AsNoTracking().Where(post => ids.Contains(post.PersonId)).OrderBy(post => post.Id).ToListAsync(cancellationToken))
            {
                _posts[post.PersonId].Add(post);
            }
        }
    }
}
