using Bunit;
using HaiZhengTong.App.Features.Admin.Visibility;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

public sealed class VisibilityPageTests : ConsoleStage
{
    [Fact]
    public void Whoever_may_make_no_rule_finds_no_such_page() => AssertIsNotThereFor<VisibilityPage>(Clerk);

    [Fact]
    public void The_page_loads_and_fails() => AssertLoadsAndFails<VisibilityPage>("admin/visibility");

    [Fact]
    public async Task Without_rules_it_says_what_that_means_and_a_rule_is_made_in_the_dialog()
    {
        var pane = Render<RulesPane>();
        pane.WaitForAssertion(() => Assert.Contains("登录的人都能看到全部通讯录", pane.Find(".empty p").TextContent, StringComparison.Ordinal));

        await pane.Find(".list-head button").ClickAsync(new());
        await pane.Find(".dlg-foot .btn:not(.o)").ClickAsync(new());
        Assert.Equal("请选择一个单位。", pane.Find("[role=alert]").TextContent);
        await pane.Find(".unit-picker input").InputAsync("文昌市教育局");
        pane.WaitForAssertion(() => Assert.Single(pane.FindAll(".unit-picker [role=option]")));
        await pane.Find(".unit-picker [role=option]").ClickAsync(new());
        await pane.Find(".dlg-foot .btn:not(.o)").ClickAsync(new());
        pane.WaitForAssertion(() => Assert.Contains("请写明原因", pane.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await pane.Find(".rule-dialog input[required]").ChangeAsync(new() { Value = "专案需要" });
        await pane.Find(".dlg-foot .btn:not(.o)").ClickAsync(new());

        pane.WaitForAssertion(() => Assert.Single(pane.FindAll("tbody tr")));
        var row = pane.Find("tbody tr").TextContent;
        Assert.All(["隐藏单位", "文昌市教育局", "仅本单位同事和管理员", "专案需要", "隐藏 2 人", "符海宁"], part => Assert.Contains(part, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rule_is_removed_after_a_question()
    {
        await RuleAsync("专案需要");
        var pane = Render<RulesPane>();
        pane.WaitForAssertion(() => Assert.Single(pane.FindAll("tbody tr")));

        await pane.FindAll("tbody button")[1].ClickAsync(new());
        Assert.Contains("移除“不公开手机号”规则", pane.Find(".dlg-head").TextContent, StringComparison.Ordinal);
        await pane.Find(".dlg-foot .btn.d").ClickAsync(new());

        pane.WaitForAssertion(() => Assert.Single(pane.FindAll(".empty")));
    }

    [Fact]
    public async Task Whoever_was_slower_reads_what_was_saved_and_may_still_save()
    {
        await RuleAsync("原先");
        var pane = Render<RulesPane>();
        pane.WaitForAssertion(() => Assert.Single(pane.FindAll("tbody tr")));
        await pane.FindAll("tbody button")[0].ClickAsync(new());
        await using (var database = await Host.OpenDatabaseAsync())
        {
            var rule = await database.VisibilityRules.SingleAsync(Cancel);
            rule.Change("先到", null);
            await database.SaveChangesAsync(Cancel);
        }

        await pane.Find(".rule-dialog input[required]").ChangeAsync(new() { Value = "后到" });
        await pane.Find(".dlg-foot .btn:not(.o)").ClickAsync(new());

        pane.WaitForAssertion(() => Assert.Contains("先到", pane.Find(".theirs").TextContent, StringComparison.Ordinal));
        Assert.Equal("后到", pane.Find(".rule-dialog input[required]").GetAttribute("value"));
        await pane.Find(".dlg-foot .btn:not(.o)").ClickAsync(new());

        pane.WaitForAssertion(() => Assert.Contains("后到", pane.Find("tbody tr").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_explained_what_somebody_sees_with_the_rule_and_who_may_change_it()
    {
        var stranger = await Host.Given.PersonAsync("王浩然", await Host.Given.UnitAsync("省财政厅"));
        await RuleAsync("专案需要");
        var pane = Render<ExplainPane>();

        await pane.Find(".btn").ClickAsync(new());
        Assert.Contains("请选择谁在看", pane.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        await ChooseAsync(pane, 0, stranger.Name);
        await ChooseAsync(pane, 1, Clerk.Name);
        await pane.FindAll("button.btn")[^1].ClickAsync(new());

        pane.WaitForAssertion(() => Assert.Equal("王浩然 看 林小雨", pane.Find("h3").TextContent));
        Assert.Equal(["可以", "不可以", "可以"], pane.FindAll(".verdicts .tag").Select(tag => tag.TextContent));
        var decided = pane.FindAll(".verdicts dd")[1].TextContent;
        Assert.All(["不公开手机号", "文昌市教育局", "专案需要", "吴清源"], part => Assert.Contains(part, decided, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_meets_a_rule_may_ask_why()
    {
        var stranger = await Host.Given.PersonAsync("王浩然", await Host.Given.UnitAsync("省财政厅"));
        await RuleAsync("专案需要");
        SignIn(stranger);
        var why = Render<WhyButton>(parameters => parameters
            .Add(part => part.Person, Clerk.Id).Add(part => part.What, KeptBack.Mobile).Add(part => part.By, stranger.Id));

        await why.Find("button").ClickAsync(new());

        why.WaitForAssertion(() => Assert.Contains("原因：专案需要", why.Find(".dlg-body").TextContent, StringComparison.Ordinal));
        Assert.Equal(["吴清源", "符海宁"], why.FindAll(".who-may a").Select(name => name.FirstChild?.TextContent));
    }

    private static async Task ChooseAsync(IRenderedComponent<ExplainPane> pane, int picker, string name)
    {
        await pane.FindAll(".person-picker")[picker].QuerySelector("input")!.InputAsync(name);
        pane.WaitForAssertion(() => Assert.Single(pane.FindAll(".person-picker [role=option]")));
        await pane.Find(".person-picker [role=option]").ClickAsync(new());
    }

    private async Task RuleAsync(string reason)
    {
        await using var database = await Host.OpenDatabaseAsync();
        database.Add(new VisibilityRule
        {
            Id = VisibilityRuleId.New(),
            Kind = VisibilityRuleKind.HideMobile,
            UnitId = Bureau.Id,
            Reason = reason,
            MadeBy = Province.Id,
            MadeAt = DateTimeOffset.UnixEpoch,
        });
        await database.SaveChangesAsync(Cancel);
    }
}
