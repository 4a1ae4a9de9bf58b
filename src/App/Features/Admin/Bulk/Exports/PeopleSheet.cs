using System.Runtime.CompilerServices;
using HaiZhengTong.App.Features.Admin.Bulk.Plans;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Exports;

/// <summary>People as rows, one for each post in a managed unit, the main one first, in the order of the template's columns.</summary>
internal sealed class PeopleSheet(AppDbContext database, UnitBook book, BulkPowers powers, SheetWords words)
{
    public async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(HashSet<UnitId>? managed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var units = managed?.ToList();
        var rows =
            from post in database.Posts.AsNoTracking()
            where units == null || units.Contains(post.UnitId)
            join person in database.People.AsNoTracking() on post.PersonId equals person.Id
            orderby person.Account, post.IsMain descending, post.Id
            select new { Post = post, Person = person };

        // One question at a time: whoever must be asked about each person reads the rows first.
        var references = new Dictionary<UnitId, string>();
        var nodes = book.Nodes.ToDictionary(node => node.Id);
        var last = default((PersonId Person, bool May));
        var found = await powers.IsOverEverybodyAsync(cancellationToken) ? rows.AsAsyncEnumerable() : (await rows.ToListAsync(cancellationToken)).ToAsyncEnumerable();
        await foreach (var row in found.WithCancellation(cancellationToken))
        {
            // Those who have their main post elsewhere belong to somebody else's sheet.
            last = last.Person == row.Person.Id ? last
                : (row.Person.Id, await powers.MayManagePersonAsync(row.Person.Id, cancellationToken));
            if (last.May && nodes.TryGetValue(row.Post.UnitId, out var unit))
            {
                if (!references.TryGetValue(unit.Id, out var reference))
                {
                    references[unit.Id] = reference = book.Reference(unit);
                }

                yield return Row(row.Person, row.Post, reference);
            }
        }
    }

    private string[] Row(Person person, Post post, string unit) =>
    [
        person.Account, person.Name, person.Reading ?? "", person.Mobile ?? "", unit, post.Title, post.Duty ?? "", post.OfficePhone ?? "", post.Room ?? "",
        words.Truth(post.IsMain), PostWords.Of(post.RankSort), SheetWords.Visibility(post.Visibility), PostWords.Of(post.EndsOn),
    ];
}
