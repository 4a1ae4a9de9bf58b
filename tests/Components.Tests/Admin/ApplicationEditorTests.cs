using Bunit;
using HaiZhengTong.App.Features.Admin.Applications;
using HaiZhengTong.Domain.Launcher;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.Components.Tests.Admin;

public sealed class ApplicationEditorTests : ConsoleStage
{
    private static readonly ApplicationDetails _mail =
        new("公务邮箱", "", 1, "https://oa.example.gov.cn/", "办公", OaApplicationKind.Application, 1);

    [Fact]
    public async Task It_loads_and_after_a_failure_it_can_be_tried_again()
    {
        var answer = new TaskCompletionSource();
        Between.Opening = answer.Task;
        var editor = Render<ApplicationEditor>();
        Assert.Single(editor.FindAll("[aria-busy=true]"));
        answer.SetException(new TimeoutException("The database does not answer."));
        editor.WaitForAssertion(() => editor.Find(".failed button"));

        Between.Opening = Task.CompletedTask;
        await editor.Find(".failed button").ClickAsync(new());

        editor.WaitForAssertion(() => editor.Find("form.editor"));
    }

    [Fact]
    public async Task A_new_application_is_registered_and_the_list_comes_back()
    {
        var editor = await OpenAsync();
        await editor.Find(".editor input").InputAsync("督查督办");
        editor.Find("input[type=url]").Change("https://supervise.example.gov.cn/");
        editor.Find("input[list]").Change("办公");
        Assert.Equal("督", editor.Find(".look-tile .ti").TextContent);

        await editor.Find("form.editor").SubmitAsync();

        editor.WaitForAssertion(() => Assert.EndsWith("/admin/apps", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal(["督查督办"], (await ListAsync()).Select(item => item.Details.Name));
    }

    [Fact]
    public async Task What_will_not_do_is_told_beside_its_field()
    {
        var editor = await OpenAsync();
        await editor.Find(".editor input").InputAsync("督查督办");
        editor.Find("input[type=url]").Change("javascript:alert(1)");
        editor.Find("input[list]").Change("办公");

        await editor.Find("form.editor").SubmitAsync();

        editor.WaitForAssertion(() => Assert.Contains("http://", Assert.Single(editor.FindAll("[role=alert]")).TextContent, StringComparison.Ordinal));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task A_chosen_circle_must_hold_somebody()
    {
        var editor = await OpenAsync(await RegisterAsync());
        editor.FindAll("input[name=who]")[1].Change(true);
        await editor.Find("form.editor").SubmitAsync();
        editor.WaitForAssertion(() => Assert.StartsWith("请至少添加一个单位", editor.Find(".rules [role=alert]").TextContent, StringComparison.Ordinal));

        await editor.Find(".rules input[type=search]").InputAsync("文昌市");
        editor.WaitForAssertion(() => editor.Find("#rule-hits button"));
        await editor.Find("#rule-hits button").ClickAsync(new());
        await editor.Find("form.editor").SubmitAsync();

        editor.WaitForAssertion(() => Assert.EndsWith("/admin/apps", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal(Bureau.Id, Assert.Single(Assert.Single(await ListAsync()).Audience).UnitId);
    }

    [Fact]
    public async Task Whoever_comes_second_is_asked_to_load_anew()
    {
        var id = await RegisterAsync();
        var editor = await OpenAsync(id);
        await Host.Get<ChangeApplication>().HandleAsync(new ChangeApplicationRequest(id, 1, _mail with { Category = "公文" }, []), Province.Id, Cancel);

        await editor.Find("form.editor").SubmitAsync();
        editor.WaitForAssertion(() => Assert.Contains("有人修改了这个应用", editor.Find(".note.r").TextContent, StringComparison.Ordinal));
        await editor.Find(".note.r button").ClickAsync(new());

        editor.WaitForAssertion(() => Assert.Equal("公文", editor.Find("input[list]").GetAttribute("value")));
        Assert.Empty(editor.FindAll(".note.r"));
    }

    private async Task<IRenderedComponent<ApplicationEditor>> OpenAsync(OaApplicationId? id = null)
    {
        var editor = Render<ApplicationEditor>(parameters => parameters.Add(part => part.Id, id?.Value));
        await editor.WaitForAssertionAsync(() => editor.Find("form.editor"));
        return editor;
    }

    private async Task<OaApplicationId> RegisterAsync() =>
        (await Host.Get<RegisterApplication>().HandleAsync(new RegisterApplicationRequest(OaApplicationId.New(), _mail, []), Province.Id, Cancel)).Value;

    private async Task<IReadOnlyList<RegisteredApplication>> ListAsync() =>
        (await Host.Get<ListRegisteredApplications>().HandleAsync(new ListRegisteredApplicationsRequest(null, 10), Province.Id, Cancel)).Value.Items;
}
