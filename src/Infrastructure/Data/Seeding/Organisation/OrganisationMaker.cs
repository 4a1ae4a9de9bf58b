using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>
/// Plans the province in both lines. The administrative line follows the divisions; a business line runs from an office of
/// the province to the bureaus of prefectures and counties, with their departments and stations.
/// </summary>
internal sealed class OrganisationMaker(SeedScale scale, SeedRandom random)
{
    private static readonly string[] _taskForces = ["一网协同专班", "政务数据共享专班", "营商环境提升专班", "重点项目推进专班", "防汛防风工作专班"];

    private static readonly Dictionary<string, string> _shortNames = new()
    {
        ["共青团海南省委员会"] = "团省委",
        ["省委网络安全和信息化委员会办公室"] = "省委网信办",
        ["省委机构编制委员会办公室"] = "省委编办",
        ["省发展和改革委员会"] = "省发展改革委",
        ["省旅游和文化广电体育厅"] = "省旅文厅",
        ["省人力资源和社会保障厅"] = "省人社厅",
        ["省卫生健康委员会"] = "省卫健委",
        ["省国有资产监督管理委员会"] = "省国资委",
    };

    private readonly UnitList _units = new(random);
    private readonly IReadOnlyList<OfficePlan> _offices = OfficePlan.All();
    private readonly Dictionary<string, SeedUnit> _provincial = [];

    public IReadOnlyList<SeedUnit> Make()
    {
        var divisions = Division.All();
        var departments = new DepartmentMaker(_units);
        var root = AddDivision(divisions[0], SeedLevel.Province, null);
        AddProvincialOffices(root, departments);
        new DivisionMaker(scale, _units, departments, new OfficeBook(_offices, _provincial)).AddAll(root, divisions);
        return _units.Units;
    }

    private void AddProvincialOffices(SeedUnit root, DepartmentMaker departments)
    {
        foreach (var section in _offices.GroupBy(office => office.Section))
        {
            var heading = _units.Add(new UnitPlan(SeedLevel.Province, UnitKind.Section, section.Key), root, null);
            foreach (var plan in section)
            {
                var office = _units.Add(
                    new UnitPlan(SeedLevel.Province, UnitKind.Office, plan.Name) { ShortName = _shortNames.GetValueOrDefault(plan.Name) }, heading, null);
                _provincial.Add(plan.Name, office);
                departments.AddDepartments(office, plan, scale.AtProvince);
            }
        }

        string[] hosts = [Cast.HomeOffice, Cast.HomeOffice, "省营商环境建设厅", "省发展和改革委员会", "省应急管理厅"];
        foreach (var (name, host) in _taskForces.Zip(hosts))
        {
            var office = _provincial[host];
            _units.Add(new UnitPlan(SeedLevel.Province, UnitKind.TaskForce, name) { Seats = SeatKind.TaskForce }, office, office);
        }
    }

    private SeedUnit AddDivision(Division division, SeedLevel level, SeedUnit? parent) =>
        _units.Add(new UnitPlan(level, UnitKind.Division, division.Name) { Code = division.FullCode }, parent, null);
}
