using System.Data.Common;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data;
using HaiZhengTong.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Unit">The unit of the main post.</param>
/// <param name="Name">The name.</param>
/// <param name="Account">The account to sign in with.</param>
/// <param name="Title">The title of the main post.</param>
public sealed record AddPersonRequest(UnitId Unit, string Name, string Account, string Title)
{
    public string? Mobile { get; init; }

    public string? OfficePhone { get; init; }

    public string? Room { get; init; }
}

/// <summary>Adds a person with a post and an account inside the caller's own subtree.</summary>
public sealed class AddPerson(IDbContextFactory<AppDbContext> databases, Accounts accounts, PeopleChanges changes, TimeProvider clock)
{
    private const int RankStep = 10;

    public Task<Result<AddedPerson>> HandleAsync(AddPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.GuardAsync(by, "person.add", $"unit:{request.Unit}", () => AddAsync(request, by, cancellationToken), cancellationToken);
    }

    private async Task<Result<AddedPerson>> AddAsync(AddPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var created = Person.Create(
            PersonId.New(), request.Account, request.Name, PersonName.Of(CleanText.Line(request.Name)).SortKey, request.Mobile, clock.GetUtcNow());
        if (created.Refusal is { } malformed)
        {
            return malformed;
        }

        // Hashing takes its time: before the write, not inside it.
        var person = created.Value;
        var password = InitialPassword.Make();
        var account = Accounts.Make(person.Id, person.Account, accounts.Hash(password), isInitial: true);

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        if (await WithinAsync(database, (person, account), request, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await write.CommitAsync(cancellationToken);

        changes.Tell();
        return new AddedPerson(person.Id, person.Name, person.Account, password);
    }

    /// <summary>The same inside a caller's write; the caller commits and tells.</summary>
    internal async Task<Refusal?> WithinAsync(
        AppDbContext database, (Person Person, AppUser Account) made, AddPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var person = made.Person;
        var post = await CheckAsync(database, person, request, by, cancellationToken);
        if (post.Refusal is { } refusal)
        {
            return refusal;
        }

        database.AddRange(person, post.Value, made.Account);
        database.AddRange(PersonTokens.Of(person.Name, person.Mobile, person.Account)
            .Select(token => new PersonToken { Token = token.Token, PersonId = person.Id, Weight = token.Weight }));
        if (await SaveAsync(database, person, cancellationToken) is { } taken)
        {
            return taken;
        }

        await changes.WriteAsync(database, by, Note(request, person), cancellationToken);
        return null;
    }

    // May the caller, is the account free, will the post do? The post, ready to be added, when all is well.
    private static async Task<Result<Post>> CheckAsync(
        AppDbContext database, Person person, AddPersonRequest request, PersonId by, CancellationToken cancellationToken)
    {
        var unit = await UnitChanges.FindForPeopleAsync(database, request.Unit, by, cancellationToken);
        if (unit.Refusal is { } stranger)
        {
            return stranger;
        }

        var account = Accounts.Normalize(person.Account);
        if (await database.Users.AnyAsync(user => user.NormalizedUserName == account, cancellationToken))
        {
            return Taken(person);
        }

        var last = await database.Posts.Where(row => row.UnitId == request.Unit).MaxAsync(row => (int?)row.RankSort, cancellationToken) ?? 0;
        return Post.Create(new NewPost(
            PostId.New(), person.Id, request.Unit, request.Title, Duty: null, last + RankStep, IsMain: true, request.OfficePhone, request.Room));
    }

    private static async Task<Refusal?> SaveAsync(AppDbContext database, Person person, CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException exception) when (exception.InnerException is DbException)
        {
            // Two administrators at the same moment: the index let one of them in.
            return Taken(person);
        }
    }

    private static ChangeNote Note(AddPersonRequest request, Person person) => new("person.add")
    {
        Person = person.Id,
        Unit = request.Unit,
        Request = request,
        After = new Dictionary<string, object?> { ["name"] = person.Name, ["account"] = person.Account, ["title"] = CleanText.Line(request.Title) },
    };

    private static Refusal Taken(Person person) => new(RefusalKind.Conflict, "People.AccountTaken", person.Account);
}
