namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>A demo account the operator is told of.</summary>
/// <param name="Account">The account name.</param>
/// <param name="Name">The invented person.</param>
/// <param name="Role">What the account is for, in Chinese: the console speaks to the province's operators.</param>
public sealed record DemoAccount(string Account, string Name, string Role)
{
    /// <summary>The password of every invented person. It opens demo data only: outside the demo no account has it.</summary>
    public const string Password = "Hai-Zheng-2046";

    /// <summary>The three accounts printed at the start.</summary>
    public static IReadOnlyList<DemoAccount> Shown { get; } =
    [
        new("fu.haining", "符海宁", "普通干部（省大数据管理局 政务服务处）"),
        new("shan.wanqing", "单婉清", "单位管理员（省大数据管理局）"),
        new("chen.siyuan", "陈思远", "省级管理员"),
    ];
}
