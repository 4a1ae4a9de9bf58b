using Bunit;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components.Web;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

/// <summary>What an administrator does with people, dialog by dialog.</summary>
public sealed class PeopleDialogsTests : DirectoryContext
{
    private static CancellationToken Now => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_are_ordered_by_key_and_the_move_is_said()
    {
        var admin = await Host.Given.UnitAdministratorAsync(Department);
        var unit = (await Host.Get<ReadUnit>().HandleAsync(Department.Id, admin.Id, Now)).Value;
        var dialog = Render<OrderPeopleDialog>(with => with.Add(part => part.Unit, unit).Add(part => part.By, admin.Id));
        dialog.WaitForElement(".order li");

        await dialog.FindAll(".order .row")[1].KeyDownAsync(new KeyboardEventArgs { Key = "ArrowUp", AltKey = true });
        var said = dialog.Find("[aria-live]").TextContent;
        await dialog.FindAll("button.btn")[^1].ClickAsync(new MouseEventArgs());

        var posts = (await Host.Get<ListUnitPosts>().HandleAsync(Department.Id, admin.Id, Now)).Value.Posts;
        Assert.Contains("吴清源", said, StringComparison.Ordinal);
        Assert.Equal(["吴清源", "符海宁"], posts.Select(post => post.Name));
    }

    [Fact]
    public async Task Of_a_unit_whose_people_sit_in_its_departments_it_is_said_where_they_are_ordered()
    {
        var admin = await Host.Given.UnitAdministratorAsync(Department);
        await Host.Given.RoleAsync(admin, AdminRole.Unit, Office);
        var unit = (await Host.Get<ReadUnit>().HandleAsync(Office.Id, admin.Id, Now)).Value;

        var dialog = Render<OrderPeopleDialog>(with => with.Add(part => part.Unit, unit).Add(part => part.By, admin.Id));

        Assert.Contains("在各部门里排序", dialog.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_changed_by_another_shows_both_values_and_saves_the_chosen_one()
    {
        var admin = await Host.Given.UnitAdministratorAsync(Department);
        var dossier = (await Host.Get<ReadDossier>().HandleAsync(Me.Id, admin.Id, Now)).Value;
        var dialog = Render<PostsDialog>(with => with.Add(part => part.Dossier, dossier).Add(part => part.By, admin.Id));
        await dialog.Find(".post-list .btn").ClickAsync(new MouseEventArgs());
        await dialog.Find("input.inp").ChangeAsync(new() { Value = "副处长" });
        await Host.Get<ChangePost>().HandleAsync(new ChangePostRequest(dossier.Posts[0].Id, new PostDetails("处长"), 0), admin.Id, Now);

        await dialog.Find("form").SubmitAsync();
        dialog.WaitForElement(".clash fieldset");
        var why = dialog.Find(".clash").TextContent;
        await dialog.FindAll(".clash input")[1].ChangeAsync(new() { Value = "on" });
        await dialog.Find("form").SubmitAsync();

        var now = (await Host.Get<ReadDossier>().HandleAsync(Me.Id, admin.Id, Now)).Value;
        Assert.Contains("处长", why, StringComparison.Ordinal);
        Assert.Equal("副处长", now.Posts[0].Details.Title);
    }

    [Fact]
    public async Task A_change_list_speaks_in_words_and_cancels_a_plan()
    {
        var admin = await Host.Given.UnitAdministratorAsync(Department);
        await Host.Get<LeavePerson>().HandleAsync(
            new LeavePersonRequest(Me.Id, DateOnly.FromDateTime(Host.Get<TimeProvider>().GetUtcNow().DateTime).AddDays(9), 0) { Reason = "退休" }, admin.Id, Now);
        var dialog = Render<ChangesDialog>(with => with.Add(part => part.Person, Me.Id).Add(part => part.Name, Me.Name).Add(part => part.By, admin.Id));
        dialog.WaitForElement(".changes li");
        var words = dialog.Find(".changes").TextContent;

        await dialog.Find(".changes .btn").ClickAsync(new MouseEventArgs());

        Assert.Contains("离职", words, StringComparison.Ordinal);
        Assert.Contains("退休", words, StringComparison.Ordinal);
        Assert.DoesNotContain("{", words, StringComparison.Ordinal);
        dialog.WaitForAssertion(() => Assert.Contains("已取消", dialog.Find(".changes").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_manages_nobody_has_no_menu() =>
        Assert.Empty(Render<PersonMenu>(with => with.Add(part => part.Person, Me.Id).Add(part => part.By, Me.Id)).FindAll("details"));
}
