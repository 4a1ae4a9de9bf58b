using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Components.Tests.People;

/// <summary>A small organisation, looked at by somebody who manages nothing.</summary>
public abstract class DirectoryContext : Stage
{
    protected Unit Office { get; private set; } = default!;

    protected Unit Department { get; private set; } = default!;

    protected Person Me { get; private set; } = default!;

    protected override async Task ArrangeAsync()
    {
        Office = await Host.Given.UnitAsync("省大数据管理局");
        Department = await Host.Given.UnitAsync("政务服务处", Office, kind: UnitKind.Department);
        await Host.Given.UnitAsync("省教育厅");
        Me = await Host.Given.PersonAsync("符海宁", Department, "主管", "13812342077");
        SignIn(Me);
    }
}
