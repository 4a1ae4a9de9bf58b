using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.People;

/// <param name="Typed">A part of the name, pinyin, initials, an account, the last digits of a phone; empty for those shut out.</param>
public sealed record FindManagedPeopleRequest(string? Typed);

/// <summary>What was found, by name.</summary>
public sealed record ManagedPeople(IReadOnlyList<ManagedPerson> Items);

/// <summary>The people an administrator may let in or shut out: those whose main post stands in the own subtrees, the disabled ones too.</summary>
public sealed class FindManagedPeople(IDbContextFactory<AppDbContext> databases)
{
    public const int MaxPeople = 50;

    // Every kind of token, so that each is one short range of the B-tree.
    private static readonly int[] _kinds =
    [
        .. new[]
        {
            TokenWeight.Name, TokenWeight.Pinyin, TokenWeight.Initials, TokenWeight.Account,
            TokenWeight.InnerName, TokenWeight.InnerPinyin, TokenWeight.InnerInitials, TokenWeight.Mobile,
        }.SelectMany(weight => new[] { weight, weight - TokenWeight.OtherReading }),
    ];

    public async Task<Result<ManagedPeople>> HandleAsync(
        FindManagedPeopleRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!await database.AdminGrants.AnyAsync(
            grant => grant.PersonId == by && (AdminRights.Everything.Contains(grant.Role) || AdminRights.People.Contains(grant.Role)),
            cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        var range = TokenRange.Of(request.Typed ?? "");
        if (range is null && !string.IsNullOrWhiteSpace(request.Typed))
        {
            return new ManagedPeople([]);
        }

        var people = range is { } tokens ? Found(database, tokens) : database.People.Where(person => person.Status == PersonStatus.Disabled);
        return await ReadAsync(database, people, by, cancellationToken);
    }

    /// <summary>The people a token in the range belongs to, the disabled ones too.</summary>
#pragma warning disable CA1309 // Becomes the database's own comparison, by code point on both.
    internal static IQueryable<Person> Found(AppDbContext database, TokenRange range)
    {
        var tokens = database.PersonTokens.Where(token => _kinds.Contains(token.Weight)
            && string.Compare(token.Token, range.From) >= 0 && string.Compare(token.Token, range.To) < 0);
        return database.People.Where(person => tokens.Select(token => token.PersonId).Contains(person.Id));
    }
#pragma warning restore CA1309

    private static async Task<Result<ManagedPeople>> ReadAsync(
        AppDbContext database, IQueryable<Person> people, PersonId by, CancellationToken cancellationToken)
    {
        var own = database.AdminGrants.Where(grant => grant.PersonId == by);
        var rows = await (
            from person in people
            join line in database.PostLines() on person.Id equals line.PersonId
            where line.IsMain && own.Any(grant => AdminRights.Everything.Contains(grant.Role)
                || (AdminRights.People.Contains(grant.Role) && database.UnitClosures.Any(step => step.Line == grant.Line
                    && step.AncestorId == grant.UnitId && step.DescendantId == line.UnitId)))
            orderby person.NamePy, person.Id
            select new { Person = person, Line = line })
            .AsNoTracking()
            .Take(MaxPeople)
            .ToListAsync(cancellationToken);
        return new ManagedPeople([.. rows.Select(row => new ManagedPerson(
            row.Person.Id, row.Person.Name, row.Person.Account, row.Line.Title, row.Line.FullUnitName, row.Person.Status))]);
    }
}
