using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>A unit and the level of a division at or above it, while a query is being put together.</summary>
internal sealed class LevelStep
{
    public required UnitId UnitId { get; init; }

    public required int Level { get; init; }
}

/// <summary>Tells from the codes of the divisions above a unit how high it stands: of 6 digits down to the county, 9 for a township, 12 for a village.</summary>
internal static class DivisionLevels
{
    /// <summary>Every unit with every division at or above it that has a code. A unit's own level is the deepest.</summary>
    public static IQueryable<LevelStep> Of(AppDbContext database) =>
        from step in database.UnitClosures
        where step.Line == Line.Administrative
        join division in database.Units on step.AncestorId equals division.Id
        where division.DivisionCode != null
        let code = division.DivisionCode
        let level = (code.Length == 6 && code.EndsWith("0000")) || code.EndsWith("0000000000") ? 0
            : (code.Length == 6 && code.EndsWith("00")) || (code.Length == 12 && code.EndsWith("00000000")) ? 1
            : code.Length == 6 || (code.Length == 12 && code.EndsWith("000000")) ? 2
            : code.Length == 9 || (code.Length == 12 && code.EndsWith("000")) ? 3
            : 4
        select new LevelStep { UnitId = step.DescendantId, Level = level };
}
