using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>The units planned so far, parents before children.</summary>
internal sealed class UnitList(SeedRandom random)
{
    private const int SortStep = 10;

    private readonly List<SeedUnit> _units = [];

    public IReadOnlyList<SeedUnit> Units => _units;

    public SeedUnit Add(UnitPlan plan, SeedUnit? parent, SeedUnit? superior)
    {
        var sort = parent is null ? 0 : parent.NextSort += SortStep;

        // A department follows its office in the business line and names no superior of its own.
        var guide = plan.Kind == UnitKind.Department && superior == parent ? null : superior;
        var unit = Unit.Create(new NewUnit(
            UnitId.From(random.NextId()), parent?.Id, guide?.Id, plan.Kind, plan.Name, plan.ShortName, PlainPinyin.Full(plan.Name), plan.Code, sort));
        var made = new SeedUnit
        {
            Unit = unit.Value,
            Parent = parent,
            Superior = superior,
            Level = plan.Level,
            Seats = plan.Seats,
            Weight = plan.Weight,
            IsFixed = plan.IsFixed,
        };
        _units.Add(made);
        return made;
    }
}
