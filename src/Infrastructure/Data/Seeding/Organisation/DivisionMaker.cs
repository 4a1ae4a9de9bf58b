using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>Plans prefectures, counties, townships and villages with their bureaus.</summary>
internal sealed class DivisionMaker(SeedScale scale, UnitList units, DepartmentMaker departments, OfficeBook book)
{
    // In the list of divisions, not units of their own: a heading over the counties the province governs itself, and the
    // stand-in for the counties Danzhou does not have.
    private const string DirectlyGoverned = "4690";
    private const string DanzhouItself = "460400";

    // Villages a district governs itself stand under this heading in the list.
    private const string Heading = "直辖村级区划";

    // Island groups have a working committee instead of bureaus.
    private const string Sansha = "4603";

    private readonly List<string[]> _townshipDepartments = [.. SeedFile.Rows("Township.txt").Take(scale.TownshipDepartments)];

    public void AddAll(SeedUnit root, IReadOnlyList<Division> divisions)
    {
        var children = divisions.ToLookup(division => division.ParentCode);
        foreach (var prefecture in children[divisions[0].Code])
        {
            if (prefecture.Code == DirectlyGoverned)
            {
                AddCounties(children[prefecture.Code], root, null, children);
                continue;
            }

            var unit = AddDivision(prefecture, SeedLevel.Prefecture, root);
            var rank = prefecture.Code == Sansha ? 1 : scale.PrefectureRank;
            var bureaus = AddBureaus(unit, rank, scale.AtPrefecture, above: null);
            AddCounties(children[prefecture.Code].Where(county => county.Code != DanzhouItself), unit, bureaus, children);
            AddTownships(children[prefecture.Code].Where(county => county.Code == DanzhouItself).SelectMany(county => children[county.Code]), unit, bureaus, children);
        }
    }

    private void AddCounties(
        IEnumerable<Division> counties, SeedUnit above, Dictionary<string, SeedUnit>? superiors, ILookup<string, Division> children)
    {
        foreach (var county in counties)
        {
            var unit = AddDivision(county, SeedLevel.County, above);
            if (county.ParentCode == Sansha)
            {
                units.Add(
                    new UnitPlan(SeedLevel.County, UnitKind.Office, county.Name + "工作委员会") { ShortName = "工作委员会", Seats = SeatKind.Office, Weight = 14 }, unit, null);
                AddTownships(children[county.Code], unit, [], children);
            }
            else
            {
                var bureaus = AddBureaus(unit, scale.CountyRank, scale.AtCounty, superiors);
                AddTownships(children[county.Code], unit, bureaus, children);
            }
        }
    }

    // The business superior is the prefecture's bureau, and the province's office where there is no such bureau.
    private Dictionary<string, SeedUnit> AddBureaus(SeedUnit division, int rank, DepartmentScale? inside, Dictionary<string, SeedUnit>? above)
    {
        var bureaus = new Dictionary<string, SeedUnit>();
        foreach (var plan in book.Plans.Where(plan => plan.Counterpart.Length > 0 && plan.Rank <= rank))
        {
            var bureau = units.Add(
                new UnitPlan(division.Level, UnitKind.Office, division.Name + plan.Counterpart)
                {
                    ShortName = division.Name[^1] + plan.Counterpart,
                    Seats = inside is null ? SeatKind.Office : SeatKind.None,
                    Weight = inside is null ? 8 : 0,
                },
                division,
                above?.GetValueOrDefault(plan.Name) ?? book.Provincial[plan.Name]);
            bureaus.Add(plan.Name, bureau);
            if (inside is not null)
            {
                departments.AddDepartments(bureau, plan, inside);
            }

            if (scale.HasInstitutions)
            {
                departments.AddInstitutions(bureau, division.Name);
            }
        }

        return bureaus;
    }

    private void AddTownships(
        IEnumerable<Division> townships, SeedUnit above, Dictionary<string, SeedUnit> bureaus, ILookup<string, Division> children)
    {
        foreach (var township in townships)
        {
            var unit = township.Name.EndsWith(Heading, StringComparison.Ordinal) ? above : AddTownship(township, above, bureaus);
            foreach (var village in children[township.Code].Take(scale.VillagesPerTownship))
            {
                units.Add(
                    new UnitPlan(SeedLevel.Village, UnitKind.Village, village.Name) { Code = village.FullCode, Seats = SeatKind.Village, Weight = 7 }, unit, null);
            }
        }
    }

    private SeedUnit AddTownship(Division township, SeedUnit above, Dictionary<string, SeedUnit> bureaus)
    {
        var hasDepartments = _townshipDepartments.Count > 0;
        var unit = units.Add(
            new UnitPlan(SeedLevel.Township, UnitKind.Division, township.Name)
            {
                Code = township.FullCode,
                Seats = hasDepartments ? SeatKind.None : SeatKind.Township,
                Weight = hasDepartments ? 0 : 12,
            },
            above,
            null);
        foreach (var row in _townshipDepartments)
        {
            var seats = row == _townshipDepartments[0] ? SeatKind.Leaders : SeatKind.Department;
            units.Add(
                new UnitPlan(SeedLevel.Township, UnitKind.Department, row[0]) { Seats = seats, Weight = 6 }, unit, bureaus.GetValueOrDefault(row[1]));
        }

        if (scale.HasInstitutions)
        {
            departments.AddStations(unit, bureaus.Values);
        }

        return unit;
    }

    private SeedUnit AddDivision(Division division, SeedLevel level, SeedUnit above) =>
        units.Add(new UnitPlan(level, UnitKind.Division, division.Name) { Code = division.FullCode }, above, null);
}
