using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>Gives offices their leaders, departments and institutions.</summary>
internal sealed class DepartmentMaker(UnitList units)
{
    private static readonly string[] _complete = ["中心", "庭", "局", "部", "室", "队"];

    // The demo's own office is the same in every size: 167 people in nine departments.
    private static readonly Dictionary<string, int> _dataBureau = new()
    {
        ["局领导"] = 6,
        ["办公室"] = 24,
        ["政务服务处"] = 21,
        ["项目建设处"] = 18,
        ["数据资源处"] = 22,
        ["数据应用处"] = 22,
        ["规划法规处"] = 17,
        ["安全保障处"] = 19,
        ["机关党委"] = 18,
    };

    private readonly List<string[]> _common = [.. SeedFile.Rows("Departments.txt")];
    private readonly IReadOnlyList<InstitutionPlan> _institutions = InstitutionPlan.All();

    public void AddDepartments(SeedUnit office, OfficePlan plan, DepartmentScale scale)
    {
        if (plan.Name == Cast.HomeOffice && office.Level == SeedLevel.Province)
        {
            foreach (var (name, count) in _dataBureau)
            {
                Add(office, name, name == "局领导" ? SeatKind.Leaders : SeatKind.Department, count, isFixed: true);
            }

            return;
        }

        Add(office, HeadTitle.LeadersOf(office.Name), SeatKind.Leaders, 8 - (int)office.Level);
        var common = _common.Take(scale.Common).Select(row => row[Column(office.Level)]);
        var own = plan.Departments.Take(scale.Own).Select(name => DepartmentName(name, office.Level));
        foreach (var name in common.Concat(own).Distinct(StringComparer.Ordinal))
        {
            Add(office, name, SeatKind.Department, Share(office.Level));
        }
    }

    public void AddInstitutions(SeedUnit office, string division)
    {
        foreach (var name in Matching(office).SelectMany(plan => plan.Beside))
        {
            var weight = name.EndsWith('学') || name.EndsWith("医院", StringComparison.Ordinal) ? 36 : 14;
            units.Add(new UnitPlan(office.Level, UnitKind.Office, division + name) { ShortName = name, Seats = SeatKind.Office, Weight = weight }, office, office);
        }
    }

    public void AddStations(SeedUnit township, IEnumerable<SeedUnit> offices)
    {
        foreach (var office in offices)
        {
            foreach (var plan in Matching(office).Where(plan => plan.InTownship.Length > 0))
            {
                var name = township.Name + plan.InTownship;
                units.Add(
                    new UnitPlan(SeedLevel.Township, UnitKind.Office, name) { ShortName = plan.InTownship, Seats = SeatKind.Office, Weight = 9 }, township, office);
            }
        }
    }

    private static string DepartmentName(string own, SeedLevel level) =>
        _complete.Any(ending => own.EndsWith(ending, StringComparison.Ordinal))
            ? own
            : own + (level switch
            {
                SeedLevel.Province => "处",
                SeedLevel.Prefecture => "科",
                SeedLevel.County or SeedLevel.Township or SeedLevel.Village => "股",
            });

    private static int Column(SeedLevel level) => Math.Min((int)level, 2);

    private static int Share(SeedLevel level) => level switch
    {
        SeedLevel.Province => 14,
        SeedLevel.Prefecture => 9,
        SeedLevel.County or SeedLevel.Township or SeedLevel.Village => 6,
    };

    private IEnumerable<InstitutionPlan> Matching(SeedUnit office) =>
        _institutions.Where(plan => office.Name.Contains(plan.Word, StringComparison.Ordinal));

    private void Add(SeedUnit office, string name, SeatKind seats, int weight, bool isFixed = false) =>
        units.Add(
            new UnitPlan(office.Level, UnitKind.Department, name) { Seats = seats, Weight = weight, IsFixed = isFixed }, office, office);
}
