using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class DirectoryReadsTests
{
    private static PersonId Anybody { get; } = PersonId.New();

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, EveryDatabase]
    public async Task The_block_line_opens_level_by_level_with_head_counts(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var department = await host.Given.UnitAsync("政务服务处", office, kind: UnitKind.Department);
        var person = await host.Given.PersonAsync("符海宁", department);
        await host.Given.PostAsync(person, office, "副组长");
        await host.Given.PersonAsync("王浩然", office);

        var top = Assert.Single(await ChildrenAsync(host, null, Line.Administrative));
        var offices = await ChildrenAsync(host, top.Id, Line.Administrative);
        var departments = await ChildrenAsync(host, office.Id, Line.Administrative);

        Assert.Equal(("海南省", true, 2), (top.Name, top.HasChildren, top.People));
        Assert.Equal([("省大数据管理局", true, 2)], offices.Select(node => (node.Name, node.HasChildren, node.People)));
        Assert.Equal([("政务服务处", false, 1)], departments.Select(node => (node.Name, node.HasChildren, node.People)));
    }

    [Theory, EveryDatabase]
    public async Task The_business_line_begins_at_whoever_guides_and_keeps_departments_inside(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var province = await host.Given.UnitAsync("省教育厅");
        var county = await host.Given.UnitAsync("保亭县教育局", guidedBy: province);
        await host.Given.UnitAsync("省财政厅");
        var section = await host.Given.UnitAsync("人事股", county, kind: UnitKind.Department);
        await host.Given.PersonAsync("林小雨", section);

        var top = Assert.Single(await ChildrenAsync(host, null, Line.Business));
        var below = await ChildrenAsync(host, province.Id, Line.Business);
        var path = await host.Get<ReadUnitPath>().HandleAsync(section.Id, Line.Business, Anybody, Now);

        Assert.Equal(("省教育厅", true, 1), (top.Name, top.HasChildren, top.People));
        Assert.Equal(("保亭县教育局", true, 1), (below[0].Name, below[0].HasChildren, below[0].People));
        Assert.Equal(["省教育厅", "保亭县教育局", "人事股"], path.Select(step => step.Name));
    }

    [Theory, EveryDatabase]
    public async Task Children_come_in_pages_by_key(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        for (var number = 0; number < 5; number++)
        {
            await host.Given.UnitAsync($"{number} 处", office, kind: UnitKind.Department);
        }

        var reads = host.Get<ListUnitChildren>();
        var first = await reads.HandleAsync(new ListUnitChildrenRequest(office.Id, Line.Administrative, Take: 2), Anybody, Now);
        var rest = await reads.HandleAsync(new ListUnitChildrenRequest(office.Id, Line.Administrative, first[^1].Id), Anybody, Now);

        Assert.Equal(["0 处", "1 处", "2 处", "3 处", "4 处"], first.Concat(rest).Select(node => node.Name));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_lists_its_own_people_first_then_department_by_department_in_pages(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var service = await host.Given.UnitAsync("政务服务处", office, kind: UnitKind.Department);
        var projects = await host.Given.UnitAsync("项目建设处", office, kind: UnitKind.Department);
        var apart = await host.Given.UnitAsync("下属中心", office);
        await host.Given.PersonAsync("区四", projects, mobile: "13600008823");
        await host.Given.PersonAsync("符三", service);
        await host.Given.PersonAsync("仇一", office, "局长");
        await host.Given.PersonAsync("单二", service, "处长");
        await host.Given.PersonAsync("外人", apart);

        var reads = host.Get<ListUnitPeople>();
        var first = await reads.HandleAsync(new ListUnitPeopleRequest(office.Id, Take: 3), Anybody, Now);
        var rest = await reads.HandleAsync(new ListUnitPeopleRequest(office.Id, first.Rows[^1].PostId, 3), Anybody, Now);

        Assert.Equal(["仇一", "符三", "单二", "区四"], first.Rows.Concat(rest.Rows).Select(row => row.Name));
        Assert.Equal((4, "136****8823", "项目建设处"), (first.Total, rest.Rows[0].MaskedMobile, rest.Rows[0].UnitName));
    }

    [Theory, EveryDatabase]
    public async Task A_unit_tells_where_it_stands_and_what_it_holds(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var province = await host.Given.UnitAsync("省教育厅");
        var county = await host.Given.UnitAsync("保亭县教育局", guidedBy: province);
        await host.Given.UnitAsync("人事股", county, kind: UnitKind.Department);
        await host.Given.PersonAsync("林小雨", county);

        var unit = (await host.Get<ReadUnit>().HandleAsync(county.Id, PersonId.New(), Now)).Value;
        var none = await host.Get<ReadUnit>().HandleAsync(UnitId.New(), PersonId.New(), Now);

        Assert.Equal(["海南省", "保亭县教育局"], unit.Path.Select(step => step.Name));
        Assert.Equal((1, 1, "省教育厅", true), (unit.People, unit.Departments, unit.LineParentName, unit.OnBusinessLine));
        Assert.Equal(RefusalKind.NotFound, none.Refusal?.Kind);
    }

    [Theory, EveryDatabase]
    public async Task A_card_masks_the_mobile_until_it_is_asked_for(Database database)
    {
        await using var host = await TestHost.StartAsync(database);
        var office = await host.Given.UnitAsync("省大数据管理局");
        var department = await host.Given.UnitAsync("政务服务处", office, kind: UnitKind.Department);
        var person = await host.Given.PersonAsync("单婉清", department, "处长", "13812342077");
        await host.Given.PostAsync(person, office, "专班副组长");

        var card = (await host.Get<ReadPerson>().HandleAsync(person.Id, Anybody, Now)).Value;
        var whole = await host.Get<ShowMobile>().HandleAsync(person.Id, Anybody, Now);
        var none = await host.Get<ReadPerson>().HandleAsync(PersonId.New(), Anybody, Now);

        Assert.Equal(("138****2077", "shàn wǎn qīng", "13812342077"), (card.MaskedMobile, card.Pinyin, whole.Value));
        Assert.Equal(["省大数据管理局 政务服务处 处长", "省大数据管理局 专班副组长"], card.Posts.Select(post => $"{post.UnitName} {post.Title}"));
        Assert.Equal(RefusalKind.NotFound, none.Refusal?.Kind);
    }

    private static Task<IReadOnlyList<UnitNode>> ChildrenAsync(TestHost host, UnitId? parent, Line line) =>
        host.Get<ListUnitChildren>().HandleAsync(new ListUnitChildrenRequest(parent, line), Anybody, Now);
}
