using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>What a list shows of people it knows by id.</summary>
internal static class ContactRows
{
    /// <summary>Those of the ids who are there and seen, by name; of each the main post.</summary>
    public static async Task<List<Contact>> ReadAsync(
        Sight sight, IReadOnlyCollection<PersonId> ids, IReadOnlyCollection<PersonId> starred, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var database = sight.Database;
        var lines = await (
            from line in database.PostLines(sight.Posts(database.Posts))
            where ids.Contains(line.PersonId)
            join person in database.People on line.PersonId equals person.Id
            where person.Status == PersonStatus.Active
            select new { Line = line, person.Name, person.NamePy }).ToListAsync(cancellationToken);
        return [.. lines
            .GroupBy(row => row.Line.PersonId)
            .Select(rows => rows.OrderByDescending(row => row.Line.IsMain).ThenBy(row => row.Line.PostId).First())
            .OrderBy(row => row.NamePy, StringComparer.Ordinal)
            .ThenBy(row => row.Line.PersonId)
            .Select(row => new Contact(row.Line.PersonId, row.Name, row.Line.Title, row.Line.FullUnitName, starred.Contains(row.Line.PersonId)))];
    }
}
