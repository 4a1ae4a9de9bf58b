namespace HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

/// <summary>
/// The invented people the demo tells its story with, each at a fixed seat, in every size. They are nobody's namesake
/// on purpose: no person and no number here belongs to a real official.
/// </summary>
internal sealed record Cast(string Account, string Name, string Office, string Department, int Seat, string Title, string Mobile)
{
    public const string HomeOffice = "省大数据管理局";

    public const string Clerk = "fu.haining";
    public const string UnitAdministrator = "shan.wanqing";
    public const string ProvinceAdministrator = "chen.siyuan";
    public const string Friend = "ouyang.yaqi";
    public const string Colleague = "wang.haoran";
    public const string Director = "qiu.mingzhe";
    public const string Planner = "yuchi.wenbo";
    public const string Secretary = "zeng.zihan";
    public const string Engineer = "ou.du";

    /// <summary>Numbers begin with 12: mobile numbers beginning so are given to nobody.</summary>
    public static IReadOnlyList<Cast> All { get; } =
    [
        new(Director, "仇明哲", HomeOffice, "局领导", 0, "局长", "12500180001"),
        new(UnitAdministrator, "单婉清", HomeOffice, "局领导", 1, "副局长", "12500650102"),
        new(Clerk, "符海宁", HomeOffice, "政务服务处", 3, "主管", "12800682077"),
        new(Colleague, "王浩然", HomeOffice, "政务服务处", 11, "一级主任科员", "12900315560"),
        new(Engineer, "区𬭊", HomeOffice, "项目建设处", 14, "四级主任科员", "12600148823"),
        new(ProvinceAdministrator, "陈思远", "省应急管理厅", "应急指挥中心", 0, "指挥中心主任", "12700559031"),
        new(Friend, "欧阳雅琪", "三亚市应急管理局", "防汛防风科", 0, "科长", "12800774216"),
        new(Planner, "尉迟文博", "省发展和改革委员会", "规划处", 1, "副处长", "12500923348"),
        new(Secretary, "曾子涵", "省政府办公厅", "综合一处", 2, "一级主任科员", "12600407795"),
    ];
}
