using Bunit;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components.Web;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

/// <summary>What an administrator does with units, dialog by dialog.</summary>
public sealed class UnitDialogsTests : DirectoryContext
{
    private Person _admin = default!;
    private Unit _other = default!;

    private static CancellationToken Now => Xunit.TestContext.Current.CancellationToken;

    private DateOnly Today => ChinaTime.Day(Host.Get<TimeProvider>().GetUtcNow());

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        _admin = await Host.Given.ProvinceAdministratorAsync("周正");
        _other = await Host.Given.UnitAsync("省档案局");
        await Host.Given.PersonAsync("林小雨", _other);
    }

    [Fact]
    public async Task Two_who_rename_a_unit_at_once_decide_field_by_field()
    {
        var dialog = await OpenAsync<RenameUnitDialog>(Office);
        await dialog.FindAll("input.inp")[0].ChangeAsync(new() { Value = "省数据管理局" });
        await Host.Get<RenameUnit>().HandleAsync(new RenameUnitRequest(Office.Id, "省数字政府局", "数政局", Office.Version), _admin.Id, Now);

        await dialog.Find("form").SubmitAsync();
        dialog.WaitForElement(".clash fieldset");
        var shown = dialog.Find(".clash").TextContent;
        var isBlocked = dialog.FindAll("button.btn")[^1].HasAttribute("disabled");
        await dialog.FindAll(".clash fieldset")[0].QuerySelectorAll("input")[1].ChangeAsync(new() { Value = "on" });
        await dialog.Find("form").SubmitAsync();

        var now = (await Host.Get<ReadUnit>().HandleAsync(Office.Id, _admin.Id, Now)).Value;
        Assert.Contains("省数字政府局", shown, StringComparison.Ordinal);
        Assert.Contains("省数据管理局", shown, StringComparison.Ordinal);
        Assert.True(isBlocked);
        Assert.Equal(("省数据管理局", "数政局"), (now.Name, now.ShortName));
    }

    [Fact]
    public async Task Two_who_edit_a_person_at_once_decide_field_by_field()
    {
        var dossier = (await Host.Get<ReadDossier>().HandleAsync(Me.Id, _admin.Id, Now)).Value;
        var dialog = Render<EditPersonDialog>(with => with.Add(part => part.Dossier, dossier).Add(part => part.By, _admin.Id));
        await dialog.FindAll("input.inp")[0].ChangeAsync(new() { Value = "符海平" });
        await Host.Get<ChangePerson>().HandleAsync(new ChangePersonRequest(Me.Id, Me.Name, null, "13900001111", dossier.Version), _admin.Id, Now);

        await dialog.Find("form").SubmitAsync();
        dialog.WaitForElement(".clash fieldset");
        await dialog.Find("form").SubmitAsync();

        // Each changed another field: both changes stand.
        var now = (await Host.Get<ReadDossier>().HandleAsync(Me.Id, _admin.Id, Now)).Value;
        Assert.Equal(("符海平", "13900001111"), (now.Name, now.Mobile));
    }

    [Fact]
    public async Task A_merge_tells_what_goes_over_before_it_is_done()
    {
        var dialog = await OpenAsync<MergeUnitsDialog>(Office);
        await ChooseAsync(dialog, "省档案局");
        var told = dialog.WaitForElement(".stakes dd").ParentElement!.TextContent;

        await dialog.FindAll("button.btn")[^1].ClickAsync(new MouseEventArgs());

        Assert.Contains("转入的职务", told, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.NotFound, (await Host.Get<ReadUnit>().HandleAsync(_other.Id, _admin.Id, Now)).Refusal?.Kind);
    }

    [Fact]
    public async Task A_merge_that_cannot_be_done_says_why_before_it_is_tried()
    {
        var dialog = await OpenAsync<MergeUnitsDialog>(Department);
        await ChooseAsync(dialog, "省大数据管理局");

        Assert.Contains("下级", dialog.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.True(dialog.FindAll("button.btn")[^1].HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_split_sends_each_row_where_it_was_chosen_to_go()
    {
        var dialog = await OpenAsync<SplitUnitDialog>(Office);
        dialog.WaitForElement(".split-rows select");
        await dialog.Find("input.inp").ChangeAsync(new() { Value = "省电子政务局" });
        await dialog.Find(".split-rows select").ChangeAsync(new() { Value = "0" });

        await dialog.Find("form").SubmitAsync();

        var moved = (await Host.Get<ReadUnit>().HandleAsync(Department.Id, _admin.Id, Now)).Value;
        Assert.Equal("省电子政务局", moved.Path[^2].Name);
    }

    [Fact]
    public async Task A_unit_in_use_is_dissolved_into_a_successor_only()
    {
        var dialog = await OpenAsync<DissolveUnitDialog>(_other);
        dialog.WaitForElement(".stakes dd");
        var isBlocked = dialog.FindAll("button.btn")[^1].HasAttribute("disabled");
        await ChooseAsync(dialog, "省大数据管理局");

        await dialog.FindAll("button.btn")[^1].ClickAsync(new MouseEventArgs());

        Assert.True(isBlocked);
        var posts = await Host.Get<ListUnitPosts>().HandleAsync(Office.Id, _admin.Id, Now);
        Assert.Equal(["林小雨"], posts.Value.Posts.Select(post => post.Name));
    }

    [Fact]
    public async Task Plans_stand_on_the_units_page_and_are_cancelled_there()
    {
        await Host.Get<RenameUnit>().HandleAsync(
            new RenameUnitRequest(Office.Id, "省数据局", null, Office.Version) { EffectiveOn = Today.AddDays(9), Reason = "机构改革" }, _admin.Id, Now);
        var page = Render<UnitPlans>(with => with.Add(part => part.Unit, Office.Id).Add(part => part.By, _admin.Id).Add(part => part.MayCancel, true));
        var words = page.WaitForElement(".plans").TextContent;

        await page.Find(".plans .btn").ClickAsync(new MouseEventArgs());

        string[] expected = ["单位改名", "省数据局", "机构改革"];
        Assert.All(expected, word => Assert.Contains(word, words, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".plans")));
    }

    [Fact]
    public async Task The_list_of_a_merged_unit_is_found_in_the_one_it_went_into()
    {
        await Host.Get<RenameUnit>().HandleAsync(new RenameUnitRequest(_other.Id, "省档案馆", null, _other.Version), _admin.Id, Now);
        await Host.Get<MergeUnits>().HandleAsync(new MergeUnitsRequest(Office.Id, [new SeenUnit(_other.Id, _other.Version + 1)]), _admin.Id, Now);
        var dialog = Render<ChangesDialog>(with => with.Add(part => part.Unit, Office.Id).Add(part => part.Name, Office.Name).Add(part => part.By, _admin.Id));
        dialog.WaitForElement(".changes .btn");

        await dialog.Find(".changes .btn").ClickAsync(new MouseEventArgs());

        dialog.WaitForAssertion(() => Assert.Contains("省档案局", dialog.Find(".changes").TextContent, StringComparison.Ordinal));
    }

    private async Task<IRenderedComponent<T>> OpenAsync<T>(Unit of)
        where T : UnitDialog
    {
        var unit = (await Host.Get<ReadUnit>().HandleAsync(of.Id, _admin.Id, Now)).Value;
        return Render<T>(with => with.Add(part => part.Unit, unit).Add(part => part.By, _admin.Id));
    }

    private static async Task ChooseAsync<T>(IRenderedComponent<T> dialog, string name)
        where T : UnitDialog
    {
        await dialog.Find("[role=combobox]").InputAsync(new() { Value = name });
        dialog.WaitForState(() => dialog.FindAll("[role=option]").Any(option => option.TextContent.Contains(name, StringComparison.Ordinal)));
        await dialog.FindAll("[role=option]").First(option => option.TextContent.Contains(name, StringComparison.Ordinal)).ClickAsync(new MouseEventArgs());
    }
}
