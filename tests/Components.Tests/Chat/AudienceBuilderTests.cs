using Bunit;
using HaiZhengTong.App.Features.Chat.Gathering;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Components.Tests.People;
using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.Chat;

public sealed class AudienceBuilderTests : DirectoryContext
{
    [Fact]
    public async Task Rules_are_counted_and_their_people_shown_as_they_change()
    {
        await Host.Given.PersonAsync("王浩然", Office);
        var page = Render<AudienceBuilder>();
        page.WaitForAssertion(() => Assert.Contains("添加单位", page.Find(".found-people .empty").TextContent, StringComparison.Ordinal));

        await page.Find(".rule-add input").InputAsync("省大数据");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".hits button")));
        await page.Find(".hits button").ClickAsync();

        page.WaitForAssertion(() => Assert.Contains("2", page.Find("#audience-found").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".found-people .members li").Count));
        await page.Find(".rule select[aria-label=按哪条线]").ChangeAsync("only");
        await page.Find(".rule select[aria-label=层级]").ChangeAsync("County");
        page.WaitForAssertion(() => Assert.Contains("没有符合条件", page.Find(".found-people .empty").TextContent, StringComparison.Ordinal));
        Assert.Contains("县区级", page.Find(".rules > .sub").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_is_used_again_and_removed_after_a_question()
    {
        var cancel = Xunit.TestContext.Current.CancellationToken;
        await Host.Get<SaveAudience>().HandleAsync(
            new SaveAudienceRequest("全局", [new AudienceRule(AudienceTermKind.Subtree) { UnitId = Office.Id }]), Me.Id, cancel);
        var page = Render<AudienceBuilder>();
        page.WaitForAssertion(() => Assert.Contains("全局", page.Find(".saved-audiences").TextContent, StringComparison.Ordinal));

        await page.Find(".saved-audiences .use").ClickAsync();
        page.WaitForAssertion(() => Assert.Contains("符海宁", page.Find(".found-people .members").TextContent, StringComparison.Ordinal));
        Assert.Equal(["xlsx", "csv"], page.FindAll("form[action='/people/audience/export'] button").Select(button => button.GetAttribute("value")));
        Assert.Equal(Office.Id, Assert.Single(AudienceRuleText.Read(page.Find("input[name=rules]").GetAttribute("value"))!).UnitId);
        await page.Find(".saved-audiences button[aria-label^=删除]").ClickAsync();
        await page.Find(".saved-audiences .btn.d").ClickAsync();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".saved-audiences")));
    }

    [Fact]
    public async Task Rules_are_kept_under_a_name_and_a_refusal_stays_in_the_dialog()
    {
        var done = new List<GatherDone>();
        AudienceRule[] rules = [new(AudienceTermKind.Subtree) { UnitId = Office.Id, Name = Office.Name }];
        var dialog = Render<GatherDialog>(parameters => parameters
            .Add(part => part.Act, Act.Save).Add(part => part.Rules, rules).Add(part => part.By, Me.Id).Add(part => part.Total, 1).Add(part => part.OnDone, done.Add));

        await dialog.Find(".dlg-foot .btn:not(.o)").ClickAsync();
        Assert.NotNull(dialog.Find("[role=alert]"));
        await dialog.Find("input.inp").ChangeAsync("全局");
        await dialog.Find(".dlg-foot .btn:not(.o)").ClickAsync();

        dialog.WaitForAssertion(() => Assert.Contains("全局", Assert.Single(done).Words, StringComparison.Ordinal));
    }
}
