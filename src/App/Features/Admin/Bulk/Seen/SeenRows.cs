using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Seen;

/// <summary>One post as a row, and where it stands among the others.</summary>
internal sealed record SeenRow(PostId Post, PersonId Person, string Order, IReadOnlyList<string> Cells);

/// <summary>People as one reader sees them, a row for each post that reader sees. Nothing is in it that the cards do not show, and no mobile number.</summary>
internal static class SeenRows
{
    private const int Step = 500;

    public static IReadOnlyList<string> Headings(SheetWords words) =>
        [.. new[] { ImportField.Name, ImportField.Unit, ImportField.Title, ImportField.Duty, ImportField.OfficePhone, ImportField.Room }
            .Select(field => words.Heading(ImportKind.People, field))];

    /// <summary>The row of somebody who has no post.</summary>
    public static IReadOnlyList<string> Of(string name) => [name, "", "", "", "", ""];

    /// <summary>Those of the posts the reader sees, of people who are there.</summary>
    public static IQueryable<Post> Seen(Sight sight, IQueryable<Post> posts) =>
        from post in sight.Posts(posts.AsNoTracking())
        where sight.Database.People.Any(person => person.Id == post.PersonId && person.Status == PersonStatus.Active)
        select post;

    /// <summary>The rows, unit by unit as the tree stands, in each by rank.</summary>
    public static async Task<List<SeenRow>> ReadAsync(
        AppDbContext database, IQueryable<Post> seen, IReadOnlyDictionary<string, string> duties, CancellationToken cancellationToken)
    {
        var posts = await (
            from post in seen
            join person in database.People on post.PersonId equals person.Id
            select new { Post = post, person.Name }).ToListAsync(cancellationToken);
        var places = await PlacesAsync(database, [.. posts.Select(row => row.Post.UnitId).Distinct()], cancellationToken);
        return [.. posts
            .Select(row => (row.Post.RankSort, Row: Row(row.Post, row.Name, places[row.Post.UnitId], duties)))
            .OrderBy(row => row.Row.Order, StringComparer.Ordinal).ThenBy(row => row.RankSort).ThenBy(row => row.Row.Post)
            .Select(row => row.Row)];
    }

    private static SeenRow Row(Post post, string name, (string Path, string Order) place, IReadOnlyDictionary<string, string> duties) => new(
        post.Id, post.PersonId, place.Order,
        [name, place.Path, post.Title, post.Duty is { } duty ? duties.GetValueOrDefault(duty, duty) : "", post.OfficePhone ?? "", post.Room ?? ""]);

    // Whoever sees a unit sees the way down to it: what hides a unit hides all below it.
    private static async Task<Dictionary<UnitId, (string Path, string Order)>> PlacesAsync(
        AppDbContext database, IReadOnlyList<UnitId> units, CancellationToken cancellationToken)
    {
        var places = new Dictionary<UnitId, (string, string)>();
        foreach (var some in units.Chunk(Step))
        {
            var steps = await (
                from step in database.UnitClosures
                where step.Line == Line.Administrative && some.Contains(step.DescendantId)
                join unit in database.Units on step.AncestorId equals unit.Id
                orderby step.Depth descending
                select new { step.DescendantId, unit.Id, unit.Name, unit.Sort }).ToListAsync(cancellationToken);
            foreach (var way in steps.GroupBy(step => step.DescendantId))
            {
                places[way.Key] = (
                    string.Join(UnitWords.Separator, way.Select(step => step.Name)),
                    string.Concat(way.Select(step => $"{(uint)(step.Sort ^ int.MinValue):x8}{step.Id.Value:N}")));
            }
        }

        return places;
    }
}
