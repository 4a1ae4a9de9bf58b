using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <param name="Rules">Whom to list.</param>
/// <param name="After">The last person of the page before; null for the first page.</param>
/// <param name="Take">How many at most.</param>
public sealed record ListAudienceRequest(IReadOnlyList<AudienceRule> Rules, PersonId? After = null, int Take = ListAudience.MaxPage);

/// <summary>One page of an audience.</summary>
/// <param name="Next">What the next page starts after; null on the last one.</param>
public sealed record AudiencePage(IReadOnlyList<Contact> Rows, PersonId? Next);

/// <summary>Lists who meets the rules among those the reader sees, by name.</summary>
public sealed class ListAudience(IDbContextFactory<AppDbContext> databases)
{
    /// <summary>The most people one page holds.</summary>
    public const int MaxPage = 50;

    public async Task<Result<AudiencePage>> HandleAsync(ListAudienceRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        if (await AudienceReads.CheckAsync(sight, request.Rules, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var people = AudienceQuery.Of(sight, request.Rules);
        if (request.After is { } after
            && await database.People.Where(person => person.Id == after).Select(person => person.NamePy).SingleOrDefaultAsync(cancellationToken) is { } last)
        {
            people = people.Where(person => person.NamePy.CompareTo(last) > 0 || (person.NamePy == last && person.Id > after));
        }

        var take = Math.Clamp(request.Take, 1, MaxPage);
        var rows = await people
            .OrderBy(person => person.NamePy).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.Name })
            .Take(take + 1)
            .ToListAsync(cancellationToken);
        var page = rows.Take(take).ToList();
        var ids = page.Select(person => person.Id).ToList();
        var posts = (await ContactRows.ReadAsync(sight, ids, [], cancellationToken)).ToDictionary(contact => contact.Id);
        return new AudiencePage(
            [.. page.Select(person => posts.GetValueOrDefault(person.Id) ?? new Contact(person.Id, person.Name, "", "", IsStarred: false))],
            rows.Count > take ? ids[^1] : null);
    }
}
