using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People;

/// <summary>A unit of the organisation. It stands in the administrative line and may stand in the business line too.</summary>
public sealed class Unit
{
    /// <summary>The longest name a unit may carry, in characters.</summary>
    public const int MaxNameLength = 100;

    private Unit()
    {
    }

    public UnitId Id { get; private init; }

    /// <summary>The unit above in the administrative line (块); null for the root only.</summary>
    public UnitId? ParentId { get; private set; }

    /// <summary>The unit above in the business line (条); null where none guides it.</summary>
    public UnitId? LineParentId { get; private set; }

    public UnitKind Kind { get; private init; }

    public string Name { get; private set; } = "";

    public string ShortName { get; private set; } = "";

    /// <summary>The name's full pinyin without tones, for search.</summary>
    public string NamePy { get; private set; } = "";

    /// <summary>The administrative division code (GB/T 2260), where the unit is one.</summary>
    public string? DivisionCode { get; private init; }

    /// <summary>The place among its siblings, ascending.</summary>
    public int Sort { get; private set; }

    public UnitStatus Status { get; private set; }

    /// <summary>Rises with every change; guards against lost updates.</summary>
    public long Version { get; private set; }

    public static Result<Unit> Create(NewUnit plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var unit = new Unit
        {
            Id = plan.Id,
            ParentId = plan.ParentId,
            LineParentId = plan.LineParentId,
            Kind = plan.Kind,
            DivisionCode = plan.DivisionCode,
            Sort = plan.Sort,
        };
        return unit.Rename(plan.Name, plan.ShortName, plan.NamePy) is { } refusal ? refusal : unit;
    }

    /// <summary>Gives the unit another name; answers a refusal and changes nothing when the name will not do.</summary>
    public Refusal? Rename(string name, string? shortName, string namePy)
    {
        var clean = CleanText.Line(name);
        var cleanShort = CleanText.Line(shortName ?? "");
        if (clean.Length is 0 or > MaxNameLength || cleanShort.Length > MaxNameLength)
        {
            return new Refusal(RefusalKind.Invalid, "People.UnitNameLength", MaxNameLength);
        }

        Name = clean;
        ShortName = cleanShort.Length == 0 ? clean : cleanShort;
        NamePy = namePy;
        Version++;
        return null;
    }

    /// <summary>Puts the unit under another one; the caller keeps the closure in the same transaction.</summary>
    public void MoveUnder(UnitId parent, int sort)
    {
        ParentId = parent;
        Sort = sort;
        Version++;
    }

    /// <summary>Puts the unit under another superior of the business line, or under none.</summary>
    public void GuideBy(UnitId? superior)
    {
        LineParentId = superior;
        Version++;
    }

    /// <summary>The unit is no more; the caller has seen that nobody and nothing is left in it.</summary>
    public void Dissolve()
    {
        Status = UnitStatus.Dissolved;
        Version++;
    }
}
