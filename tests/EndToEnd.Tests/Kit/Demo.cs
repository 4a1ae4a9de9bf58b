namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>The people of the demo province the journeys play.</summary>
internal static class Demo
{
    public const string Password = "Hai-Zheng-2046";
    public const string Fu = "fu.haining";
    public const string FuName = "符海宁";
    public const string Wang = "wang.haoran";
    public const string WangName = "王浩然";
    public const string Ouyang = "ouyang.yaqi";
    public const string OuyangName = "欧阳雅琪";
    public const string UnitAdministrator = "shan.wanqing";
    public const string UnitAdministratorName = "单婉清";
    public const string ProvinceAdministrator = "chen.siyuan";

    /// <summary>Whom an administrator shuts out and lets in again: no other journey plays this person.</summary>
    public const string Zeng = "zeng.zihan";
    public const string ZengName = "曾子涵";

    /// <summary>Who only looks up others: nobody else's journey.</summary>
    public const string Planner = "yuchi.wenbo";

    public const string Office = "省大数据管理局";
    public const string Group = "政务数据共享专班";
}
