using Bunit;
using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.App.Features.Todos;
using HaiZhengTong.Domain.Todos;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class TransferDialogTests : ManagingContext
{
    [Fact]
    public async Task A_person_is_transferred_and_leaves_a_group_to_a_colleague()
    {
        var group = await Host.Given.GroupAsync("数据专班", Clerk, Me);
        var dialog = await OpenAsync();

        await dialog.PickAsync(".unit-picker", "省教育厅");
        await dialog.Field("职务").ChangeAsync(new() { Value = "副处长" });
        await dialog.FindAll(".hand-over input[type=checkbox]")[1].ChangeAsync(new() { Value = true });
        Assert.True(dialog.Button("调动").HasAttribute("disabled"));
        await dialog.PickAsync(".person-picker", Me.Name);
        await dialog.Find("form").SubmitAsync();

        var post = Assert.Single(await PostsAsync(Clerk));
        await using var database = await Host.OpenDatabaseAsync();
        Assert.True(Closed);
        Assert.Equal(("副处长", true), (post.Title, post.UnitId != Department.Id));
        Assert.Equal(Me.Id, database.Members.Single(member => member.ConversationId == group.Id && member.Role == Domain.Chat.MemberRole.Owner).PersonId);
    }

    [Fact]
    public async Task A_post_changed_meanwhile_is_told_and_nothing_typed_is_lost()
    {
        var dialog = await OpenAsync();
        await dialog.PickAsync(".unit-picker", "省教育厅");
        await dialog.Field("职务").ChangeAsync(new() { Value = "副处长" });
        await dialog.Field("原因").ChangeAsync(new() { Value = "工作需要" });
        await RetitleAsync(Clerk, "四级主任科员");

        await dialog.Find("form").SubmitAsync();

        Assert.Null(Closed);
        Assert.Contains("四级主任科员", dialog.Said(), StringComparison.Ordinal);
        Assert.Equal(("副处长", "工作需要"), (dialog.Field("职务").GetAttribute("value"), dialog.Field("原因").GetAttribute("value")));
        Assert.Equal("true", dialog.Find(".unit-picker [role=option]").GetAttribute("aria-selected"));
        Assert.Equal(Department.Id, Assert.Single(await PostsAsync(Clerk)).UnitId);
    }

    [Fact]
    public async Task A_database_away_for_a_moment_takes_nothing_of_what_was_typed()
    {
        var dialog = await OpenAsync();
        await dialog.PickAsync(".unit-picker", "省教育厅");
        await dialog.Field("职务").ChangeAsync(new() { Value = "副处长" });

        Between.Break();
        await dialog.Find("form").SubmitAsync();
        var why = dialog.Said();
        Between.Opening = Task.CompletedTask;
        await dialog.Find("form").SubmitAsync();

        Assert.Contains("您填写的内容还在", why, StringComparison.Ordinal);
        Assert.Equal((true, "副处长"), (Closed, Assert.Single(await PostsAsync(Clerk)).Title));
    }

    [Fact]
    public async Task What_could_not_be_read_keeps_the_person_here_until_it_is()
    {
        var dossier = (await Host.Get<App.Features.People.Changes.ReadDossier>().HandleAsync(Clerk.Id, Admin.Id, Now)).Value;
        Between.Break();
        var dialog = Render<TransferDialog>(with => with.Add(part => part.Dossier, dossier).Add(part => part.By, Admin.Id));

        dialog.WaitForElement(".hand-over .failed");
        Assert.True(dialog.Button("调动").HasAttribute("disabled"));
        Between.Opening = Task.CompletedTask;
        await dialog.Find(".hand-over .failed button").ClickAsync(new());

        dialog.WaitForElement(".hand-over li");
        Assert.Empty(dialog.FindAll(".hand-over .failed"));
    }

    [Fact]
    public async Task Own_notes_are_counted_and_not_read()
    {
        await Host.Get<AddTodo>().HandleAsync(new AddTodoRequest(TodoId.New(), "看牙医", null), Clerk.Id, Now);

        var dialog = await OpenAsync();

        Assert.Contains("1 项本人自建的待办", dialog.Find(".hand-over").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("看牙医", dialog.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<TransferDialog>> OpenAsync()
    {
        var dialog = await AboutClerkAsync<TransferDialog>();
        dialog.WaitForElement(".hand-over li");
        return dialog;
    }
}
