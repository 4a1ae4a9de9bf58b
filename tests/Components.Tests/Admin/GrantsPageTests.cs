using Bunit;
using HaiZhengTong.App.Features.Admin.Grants;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

public sealed class GrantsPageTests : ConsoleStage
{
    [Fact]
    public void Whoever_administers_nothing_finds_no_such_page() => AssertIsNotThereFor<GrantsPage>(Clerk);

    [Fact]
    public void Who_administers_a_unit_is_told_with_those_from_above()
    {
        var pane = Pane();

        pane.WaitForAssertion(() => Assert.Equal(2, pane.FindAll("tbody tr").Count));
        Assert.Equal(["吴清源", "符海宁"], pane.FindAll("tbody tr td:first-child b").Select(name => name.TextContent));
        Assert.Equal(["单位管理员", "省级管理员"], pane.FindAll("tbody tr td:nth-child(2)").Select(role => role.TextContent.Trim()));
        Assert.Contains("来自上级", pane.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_without_administrators_says_so()
    {
        SignIn(UnitAdministrator);
        var empty = await Host.Given.UnitAsync("琼海市教育局");
        await using (var database = await Host.OpenDatabaseAsync())
        {
            await database.AdminGrants.Where(grant => grant.Role == AdminRole.Province).ExecuteDeleteAsync(Cancel);
        }

        var pane = Render<UnitGrantsPane>(parameters => parameters.Add(part => part.Unit, empty.Id.Value));

        pane.WaitForAssertion(() => Assert.Equal("还没有人管理这个单位。", pane.Find(".empty p").TextContent));
        Assert.Empty(pane.FindAll(".list-head button"));
    }

    [Fact]
    public void An_unknown_unit_says_so()
    {
        var pane = Render<UnitGrantsPane>(parameters => parameters.Add(part => part.Unit, Guid.CreateVersion7()));

        pane.WaitForAssertion(() => Assert.Contains("没有这个单位", pane.Find(".empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_is_taken_away_after_a_question()
    {
        var pane = Pane();
        pane.WaitForAssertion(() => Assert.Equal(2, pane.FindAll("tbody tr").Count));

        await pane.FindAll("tbody button")[0].ClickAsync(new());
        Assert.Contains("收回吴清源的“单位管理员”", pane.Find(".dlg-head").TextContent, StringComparison.Ordinal);
        await pane.Find(".dlg-foot .btn.d").ClickAsync(new());

        pane.WaitForAssertion(() => Assert.Equal(["符海宁"], pane.FindAll("tbody tr td:first-child b").Select(name => name.TextContent)));
    }

    [Fact]
    public async Task The_last_province_administrator_cannot_be_taken_away_and_the_question_says_why()
    {
        var pane = Pane();
        pane.WaitForAssertion(() => Assert.Equal(2, pane.FindAll("tbody tr").Count));

        await pane.FindAll("tbody button")[1].ClickAsync(new());
        await pane.Find(".dlg-foot .btn.d").ClickAsync(new());

        pane.WaitForAssertion(() => Assert.Contains("最后一位", pane.Find("[role=alert]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_role_is_granted_to_a_person_who_is_searched_for()
    {
        var closed = false;
        var dialog = Dialog(Province, changed => closed = changed);

        await dialog.Find(".dlg-foot .btn:not(.o)").ClickAsync(new());
        dialog.WaitForAssertion(() => Assert.Equal("请选择一个人。", dialog.Find("[role=alert]").TextContent));
        await dialog.Find(".person-picker input").InputAsync("林小雨");
        dialog.WaitForAssertion(() => Assert.Single(dialog.FindAll(".person-picker [role=option]")));
        await dialog.Find(".person-picker [role=option]").ClickAsync(new());
        await dialog.FindAll("select")[0].ChangeAsync(new() { Value = nameof(AdminRole.InformationOfficer) });
        await dialog.Find(".dlg-foot .btn:not(.o)").ClickAsync(new());

        dialog.WaitForAssertion(() => Assert.True(closed));
        await using var database = await Host.OpenDatabaseAsync();
        var grant = await database.AdminGrants.SingleAsync(row => row.PersonId == Clerk.Id, Cancel);
        Assert.Equal((AdminRole.InformationOfficer, Bureau.Id, Line.Administrative, (PersonId?)Province.Id), (grant.Role, grant.UnitId, grant.Line, grant.GrantedBy));
    }

    [Fact]
    public void A_unit_administrator_is_offered_no_role_of_the_province()
    {
        var dialog = Dialog(UnitAdministrator, _ => { });

        dialog.WaitForAssertion(() => Assert.Equal(["单位管理员", "信息员", "审计员"], dialog.FindAll("select")[0].Children.Select(role => role.TextContent)));
    }

    private IRenderedComponent<UnitGrantsPane> Pane() => Render<UnitGrantsPane>(parameters => parameters.Add(part => part.Unit, Bureau.Id.Value));

    private IRenderedComponent<GrantDialog> Dialog(Person by, Action<bool> closed)
    {
        SignIn(by);
        return Render<GrantDialog>(parameters => parameters
            .Add(part => part.By, by.Id)
            .Add(part => part.Unit, new UnitHit(Bureau.Id, Bureau.Name, "", Bureau.Kind))
            .Add(part => part.OnClose, closed));
    }
}
