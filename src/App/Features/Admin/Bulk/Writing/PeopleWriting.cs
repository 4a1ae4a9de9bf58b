using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Data.Bulk;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Writing;

/// <summary>Writes a plan of people: persons, posts, the words they are found by, and accounts nobody can sign in to yet.</summary>
internal sealed class PeopleWriting(AppDbContext database, BulkWriter writer, RowMeter meter, ChangeRows? changes, DateTimeOffset now)
{
    private const int Step = 500;
    private const int RankStep = 10;
    private const int RowsEach = 19;

    // So many people's words are sorted at once; it bounds the memory.
    private const int WordsOf = 100_000;

    public static readonly Type[] Tables = [typeof(Person), typeof(Post), typeof(AppUser), typeof(PersonToken), typeof(DirectoryChange)];

    /// <summary>Those whose keys are looked at in the end, where nobody looked at each row. The words are made of the very people they point to.</summary>
    public static readonly Type[] Pointing = [typeof(Post), typeof(AppUser), typeof(DirectoryChange)];

    /// <summary>How many rows it will be, about.</summary>
    public static long Rows(PeoplePlan plan) =>
        ((plan.AddedPeople.Count + plan.ChangedPeople.Count) * (long)RowsEach) + plan.AddedPosts.Count + plan.ChangedPosts.Count;

    public async Task WriteAsync(PeoplePlan plan, CancellationToken cancellationToken)
    {
        foreach (var some in plan.ChangedPeople.Chunk(Step))
        {
            await ChangeAsync(some, cancellationToken);
        }

        // Who stops being the main post goes first: there is one at any time.
        var ranks = await RanksAsync(plan.AddedPosts.Concat(plan.ChangedPosts), cancellationToken);
        foreach (var some in plan.ChangedPosts.OrderByDescending(post => post.StepsDown).Chunk(Step))
        {
            await ChangeAsync(some, ranks, cancellationToken);
        }

        // The words are made and sorted while the other rows are written.
        var batches = plan.AddedPeople.Chunk(WordsOf).ToList();
        var words = SortAsync(batches, 0, cancellationToken);
        await writer.WriteAsync(plan.AddedPeople.Select(Make), meter.Count, cancellationToken);
        await writer.WriteAsync(plan.AddedPosts.Select(post => Make(post, ranks)), meter.Count, cancellationToken);
        await writer.WriteAsync(plan.AddedPeople.Select(person => Accounts.Make(person.Id, person.Account, passwordHash: null)), meter.Count, cancellationToken);
        for (var batch = 0; batch < batches.Count; batch++)
        {
            await writer.WriteAsync((await words).Rows(), meter.Count, cancellationToken);
            words = SortAsync(batches, batch + 1, cancellationToken);
        }

        if (changes is not null)
        {
            await writer.WriteAsync(changes.Of(plan), meter.Count, cancellationToken);
        }
    }

    private static Task<SortedTokens> SortAsync(List<PlannedPerson[]> batches, int batch, CancellationToken cancellationToken) =>
        Task.Run(() => SortedTokens.Of(batch < batches.Count ? batches[batch] : [], cancellationToken), cancellationToken);

    private Person Make(PlannedPerson planned)
    {
        var person = Person.Create(
            planned.Id, planned.Account, planned.Name, PersonName.Of(planned.Name, planned.Reading).SortKey, planned.Mobile, now).Value;
        if (planned.Reading is not null)
        {
            Accept(person.Change(planned.Name, planned.Reading, planned.Mobile));
        }

        return person;
    }

    private static Post Make(PlannedPost planned, Dictionary<UnitId, int> ranks)
    {
        var rank = planned.Rank ?? Last(planned.UnitId, ranks);
        var details = planned.Details;
        return Post.Create(new NewPost(
            planned.Id, planned.PersonId, planned.UnitId, details.Title, details.Duty, rank, planned.IsMain, details.OfficePhone, details.Room)
        {
            Visibility = details.Visibility,
            EndsOn = details.EndsOn,
        }).Value;
    }

    // The place behind everyone in the unit.
    private static int Last(UnitId unit, Dictionary<UnitId, int> ranks) => ranks[unit] = ranks.GetValueOrDefault(unit) + RankStep;

    private async Task<Dictionary<UnitId, int>> RanksAsync(IEnumerable<PlannedPost> added, CancellationToken cancellationToken)
    {
        var ranks = new Dictionary<UnitId, int>();
        foreach (var some in added.Select(post => post.UnitId).Distinct().Chunk(Step))
        {
            var last = await database.Posts.Where(post => some.Contains(post.UnitId))
                .GroupBy(post => post.UnitId)
                .Select(unit => new { unit.Key, Last = unit.Max(post => post.RankSort) })
                .ToListAsync(cancellationToken);
            last.ForEach(unit => ranks[unit.Key] = unit.Last);
        }

        return ranks;
    }

    private async Task ChangeAsync(PlannedPerson[] planned, CancellationToken cancellationToken)
    {
        var ids = Array.ConvertAll(planned, person => person.Id);
        var people = await database.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, cancellationToken);
        foreach (var person in planned)
        {
            Accept(people[person.Id].Change(person.Name, person.Reading, person.Mobile));
        }

        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        await database.PersonTokens.Where(token => ids.Contains(token.PersonId)).ExecuteDeleteAsync(cancellationToken);
        await writer.WriteAsync(SortedTokens.Of(planned, cancellationToken).Rows(), meter.Count, cancellationToken);
    }

    private async Task ChangeAsync(PlannedPost[] planned, Dictionary<UnitId, int> ranks, CancellationToken cancellationToken)
    {
        var ids = Array.ConvertAll(planned, post => post.Id);
        var posts = await database.Posts.Where(post => ids.Contains(post.Id)).ToDictionaryAsync(post => post.Id, cancellationToken);
        foreach (var post in planned.Where(post => post.StepsDown))
        {
            posts[post.Id].StepDown();
        }

        await database.SaveChangesAsync(cancellationToken);
        foreach (var post in planned)
        {
            Change(posts[post.Id], post, ranks);
        }

        await database.SaveChangesAsync(cancellationToken);
        database.ChangeTracker.Clear();
        meter.Count(planned.Length);
    }

    private static void Change(Post post, PlannedPost planned, Dictionary<UnitId, int> ranks)
    {
        if (post.UnitId != planned.UnitId)
        {
            Accept(post.MoveTo(planned.UnitId, Last(planned.UnitId, ranks), planned.Details));
        }
        else if (post.Details != planned.Details)
        {
            Accept(post.Change(planned.Details));
        }

        if (planned.Rank is { } rank)
        {
            post.PlaceAt(rank);
        }

        if (planned.IsMain && !post.IsMain)
        {
            post.BecomeMain();
        }
    }

    // The plan was checked by the same rules a moment ago: a refusal here is a bug.
    private static void Accept(Domain.Kernel.Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The plan of an import was refused when written: {refusal.TextKey}.");
        }
    }
}
