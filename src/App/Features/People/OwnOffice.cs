using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <summary>A person's own office: for every post the office it belongs to, with all departments inside that office.</summary>
internal static class OwnOffice
{
    public static async Task<IReadOnlyList<UnitId>> UnitsAsync(AppDbContext database, PersonId person, CancellationToken cancellationToken)
    {
        var above = await (
            from post in database.Posts
            where post.PersonId == person
            join step in database.UnitClosures on post.UnitId equals step.DescendantId
            where step.Line == Line.Administrative
            join unit in database.Units on step.AncestorId equals unit.Id
            select new { post.UnitId, OfficeId = unit.Id, unit.Kind, step.Depth }).ToListAsync(cancellationToken);
        var level = above
            .Where(step => step.Kind != UnitKind.Department)
            .GroupBy(step => step.UnitId)
            .Select(steps => steps.MinBy(step => step.Depth)!.OfficeId)
            .Distinct()
            .ToList();

        // Departments stand in offices and in departments only: level by level, two or three of them.
        var units = new HashSet<UnitId>(level);
        while (level.Count > 0)
        {
            var parents = level;
            level = await database.Units
                .Where(unit => unit.Kind == UnitKind.Department && unit.ParentId != null && parents.Contains(unit.ParentId.Value))
                .Select(unit => unit.Id)
                .ToListAsync(cancellationToken);
            units.UnionWith(level);
        }

        return [.. units];
    }
}
