using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>One unit in full.</summary>
internal sealed record UnitAnswer(Guid Id, string Name, string ShortName, UnitKind Kind, IReadOnlyList<StepAnswer> Path)
{
    public Guid? ParentId { get; init; }

    public Guid? LineParentId { get; init; }

    public int People { get; init; }

    public int Departments { get; init; }

    public long Version { get; init; }

    public static UnitAnswer From(UnitView unit) =>
        new(unit.Id.Value, unit.Name, unit.ShortName, unit.Kind, [.. unit.Path.Select(step => new StepAnswer(step.Id.Value, step.Name))])
        {
            ParentId = unit.ParentId?.Value,
            LineParentId = unit.LineParentId?.Value,
            People = unit.People,
            Departments = unit.Departments,
            Version = unit.Version,
        };
}
