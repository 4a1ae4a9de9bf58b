using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>What the people of a unit are, the head first.</summary>
internal static class SeatTitles
{
    private static readonly string[] _provinceStaff =
        ["一级调研员", "二级调研员", "三级调研员", "四级调研员", "一级主任科员", "一级主任科员", "二级主任科员", "三级主任科员", "四级主任科员", "四级主任科员", "一级科员"];

    private static readonly string[] _prefectureStaff = ["四级调研员", "一级主任科员", "二级主任科员", "三级主任科员", "四级主任科员", "一级科员", "二级科员"];
    private static readonly string[] _countyStaff = ["一级主任科员", "三级主任科员", "四级主任科员", "一级科员", "二级科员", "工作人员"];
    private static readonly string[] _schoolStaff = ["教务主任", "德育主任", "高级教师", "一级教师", "二级教师", "教师"];
    private static readonly string[] _hospitalStaff = ["主任医师", "护士长", "副主任医师", "主治医师", "护师", "医师", "护士"];
    private static readonly string[] _village = ["党支部书记、主任", "党支部副书记", "副主任", "委员", "委员", "文书", "网格员", "网格员", "便民服务员"];
    private static readonly string[] _township = ["党委书记", "镇长", "人大主席", "党委副书记", "纪委书记", "副镇长", "副镇长", "党委委员", "办公室主任", "一级科员", "工作人员"];

    public static Seat Of(SeedUnit unit, int place, int count) => unit.Seats switch
    {
        SeatKind.Leaders when unit.Level == SeedLevel.Township => Township(unit, place),
        SeatKind.Leaders => Leader(HeadTitle.Of(unit.Office.Name), place, count, unit.Level),
        SeatKind.Department => Department(unit, place, count),
        SeatKind.Office => Office(unit, place, count),
        SeatKind.Township => Township(unit, place),
        SeatKind.Village => new(At(_village, place), place == 0 ? Duties.Leader : place >= 6 ? Duties.GridWorker : null),
        SeatKind.TaskForce => new(place == 0 ? "组长" : place < 3 ? "副组长" : "成员", place < 3 ? Duties.Leader : null),
        SeatKind.None => throw new InvalidOperationException($"{unit.Name} has no seats."),
    };

    private static Seat Leader(string head, int place, int count, SeedLevel level)
    {
        if (place == 0)
        {
            return new(head, Duties.Leader);
        }

        var deputies = Math.Max(2, count - 2);
        return place <= deputies ? new("副" + head, Duties.Leader) : new(level == SeedLevel.Province ? "二级巡视员" : "四级调研员", null);
    }

    private static Seat Department(SeedUnit unit, int place, int count)
    {
        var isOffice = unit.Name.EndsWith("办公室", StringComparison.Ordinal);
        var head = isOffice ? "主任" : HeadOf(unit.Name);
        var deputies = count > 8 ? 2 : 1;
        if (place == 0)
        {
            return new(head, isOffice ? Duties.OfficeDirector : Duties.DepartmentHead);
        }

        if (place <= deputies)
        {
            return new("副" + head, isOffice ? Duties.DutyOfficer : null);
        }

        return new(Staff(Staff(unit.Level), place - deputies - 1, count - deputies - 1), null);
    }

    private static Seat Office(SeedUnit unit, int place, int count)
    {
        var head = HeadTitle.Of(unit.Name);
        if (place < Math.Min(3, Math.Max(1, count / 2)))
        {
            return new(place == 0 ? head : "副" + head, Duties.Leader);
        }

        var staff = head == "校长" ? _schoolStaff : unit.Name.EndsWith("医院", StringComparison.Ordinal) ? _hospitalStaff : Staff(unit.Level);
        return new(Staff(staff, place - 3, Math.Max(1, count - 3)), place == 3 ? Duties.DutyOfficer : null);
    }

    private static Seat Township(SeedUnit unit, int place)
    {
        var title = At(_township, place);
        var division = unit.Seats == SeatKind.Township ? unit : unit.Parent!;
        var isTown = division.Name.EndsWith('镇');
        var isCountry = division.Name.EndsWith('乡');
        title = isTown ? title : title.Replace("镇长", isCountry ? "乡长" : "主任", StringComparison.Ordinal);
        return new(title, place < 8 ? Duties.Leader : null);
    }

    private static string HeadOf(string department) => department switch
    {
        _ when department.EndsWith('处') => "处长",
        _ when department.EndsWith('科') => "科长",
        _ when department.EndsWith('股') => "股长",
        _ when department.EndsWith('庭') => "庭长",
        _ when department.EndsWith('局') => "局长",
        _ when department.EndsWith('队') => "队长",
        _ when department.EndsWith('站') => "站长",
        _ when department.EndsWith("党委", StringComparison.Ordinal) || department.EndsWith("支部", StringComparison.Ordinal) => "书记",
        _ => "主任",
    };

    private static string[] Staff(SeedLevel level) => level switch
    {
        SeedLevel.Province => _provinceStaff,
        SeedLevel.Prefecture => _prefectureStaff,
        SeedLevel.County or SeedLevel.Township or SeedLevel.Village => _countyStaff,
    };

    // Spread over the ranks in order, whatever the number of people.
    private static string Staff(string[] ranks, int place, int count) => ranks[Math.Clamp(place * ranks.Length / Math.Max(1, count), 0, ranks.Length - 1)];

    private static string At(string[] titles, int place) => titles[Math.Min(place, titles.Length - 1)];
}
