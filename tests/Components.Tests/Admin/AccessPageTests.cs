using Bunit;
using HaiZhengTong.App.Features.Admin;
using HaiZhengTong.App.Features.Admin.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

public sealed class AccessPageTests : ConsoleStage
{
    [Fact]
    public void It_loads_and_says_so_when_it_cannot() => AssertLoadsAndFails<AccessPage>("admin/people");

    [Fact]
    public void For_a_clerk_there_is_no_such_page() => AssertIsNotThereFor<AccessPage>(Clerk);

    [Fact]
    public void Where_nobody_is_shut_out_it_tells_where_to_begin()
    {
        var page = Render<AccessPage>();

        page.WaitForAssertion(() => Assert.StartsWith("没有停用的人员。", page.Find(".empty p").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_shut_out_can_be_let_in_again()
    {
        await Host.Get<DisablePerson>().HandleAsync(Clerk.Id, Province.Id, Cancel);

        var page = Render<AccessPage>();

        page.WaitForAssertion(() => Assert.Equal("林小雨", page.Find(".access b").TextContent));
        Assert.Equal("已停用", page.Find(".access .tag.r").TextContent);
        var button = Assert.Single(page.FindAll(".access button"));
        Assert.Equal(("Pressed.Enable", $"{Clerk.Id}"), (button.GetAttribute("name"), button.GetAttribute("value")));
    }

    [Fact]
    public void Nobody_shuts_out_oneself()
    {
        SignIn(UnitAdministrator);
        Visit("/admin/people?q=" + UnitAdministrator.Name);

        var page = Render<AccessPage>();

        page.WaitForAssertion(() => Assert.Equal("您自己", page.Find(".access > .sub").TextContent));
        Assert.Empty(page.FindAll(".access button, .access a"));
    }

    [Theory]
    [InlineData("ask", "停用林小雨？此人将立即退出。", "Pressed.Disable")]
    [InlineData("reset", "重置林小雨的密码？其所有设备将退出登录。", "Pressed.Reset")]
    public void Before_it_is_done_it_is_asked(string about, string question, string button)
    {
        Visit($"/admin/people?q=林小雨&{about}={Clerk.Id}");

        var page = Render<AccessPage>();

        page.WaitForAssertion(() => Assert.Equal(question, page.Find(".confirm > span").TextContent));
        Assert.Equal(button, Assert.Single(page.FindAll(".access button")).GetAttribute("name"));
    }

    [Fact]
    public async Task A_unit_administrator_finds_nobody_of_another_unit()
    {
        await Host.Given.PersonAsync("林大雨", await Host.Given.UnitAsync("琼海市教育局"));
        SignIn(UnitAdministrator);
        Visit("/admin/people?q=林大雨");

        var page = Render<AccessPage>();

        page.WaitForAssertion(() => Assert.Contains("没有找到这样的人员", page.Find(".empty p").TextContent, StringComparison.Ordinal));
    }
}
