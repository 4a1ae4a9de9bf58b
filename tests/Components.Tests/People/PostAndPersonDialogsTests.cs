using Bunit;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Parts;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class PostAndPersonDialogsTests : ManagingContext
{
    [Fact]
    public async Task A_colleague_gets_a_second_post_for_a_time()
    {
        var dialog = await AboutUnitAsync<AddPostDialog>();
        Assert.True(dialog.Button("添加").HasAttribute("disabled"));

        await dialog.PickAsync(".person-picker", Clerk.Name);
        await dialog.Field("职务").ChangeAsync(new() { Value = "值班长" });
        await dialog.Field("截止日期").ChangeAsync(new() { Value = Today.AddDays(30).ToString("yyyy-MM-dd", null) });
        await dialog.Find("form").SubmitAsync();

        var posts = await PostsAsync(Clerk);
        Assert.True(Closed);
        Assert.Equal(("值班长", false, Today.AddDays(30)), (posts[1].Title, posts[1].IsMain, posts[1].EndsOn));
    }

    [Fact]
    public async Task A_post_that_is_there_already_is_refused_and_what_was_typed_stays()
    {
        var dialog = await AboutUnitAsync<AddPostDialog>();
        await dialog.PickAsync(".person-picker", Clerk.Name);
        await dialog.Field("职务").ChangeAsync(new() { Value = "科员" });

        await dialog.Find("form").SubmitAsync();

        Assert.Null(Closed);
        Assert.Contains("科员", dialog.Said(), StringComparison.Ordinal);
        Assert.Equal("科员", dialog.Field("职务").GetAttribute("value"));
        Assert.Contains(Clerk.Name, dialog.Find(".person-picker .chip").TextContent, StringComparison.Ordinal);
        Assert.Single(await PostsAsync(Clerk));
    }

    [Fact]
    public async Task A_post_is_typed_without_the_dictionary_when_that_cannot_be_read()
    {
        var unit = (await Host.Get<ReadUnit>().HandleAsync(Department.Id, Admin.Id, Now)).Value;
        Between.Break();

        var dialog = Render<AddPostDialog>(with => with.Add(part => part.Unit, unit).Add(part => part.By, Admin.Id));

        Assert.Single(dialog.Field("职责").Children);
        Assert.NotNull(dialog.Field("职务"));
    }

    [Fact]
    public async Task A_person_is_renamed_with_a_reading_and_another_number()
    {
        var dialog = await AboutClerkAsync<EditPersonDialog>();
        Assert.Equal(("林小雨", "13812342078"), (dialog.Field("姓名").GetAttribute("value"), dialog.Field("手机").GetAttribute("value")));

        await dialog.Field("姓名").ChangeAsync(new() { Value = "林晓雨" });
        await dialog.Field("手机").ChangeAsync(new() { Value = "13900001111" });
        await dialog.Find("form").SubmitAsync();

        var now = await ReadAsync(Clerk);
        Assert.Equal((true, "林晓雨", "13900001111"), (Closed, now.Name, now.Mobile));
    }

    [Fact]
    public async Task A_number_that_is_none_is_refused_and_stays_to_be_mended()
    {
        var dialog = await AboutClerkAsync<EditPersonDialog>();
        await dialog.Field("姓名").ChangeAsync(new() { Value = "林晓雨" });
        await dialog.Field("手机").ChangeAsync(new() { Value = "一二三" });

        await dialog.Find("form").SubmitAsync();

        Assert.NotEmpty(dialog.Said());
        Assert.Equal(("林晓雨", "一二三"), (dialog.Field("姓名").GetAttribute("value"), dialog.Field("手机").GetAttribute("value")));
        Assert.Equal("林小雨", (await ReadAsync(Clerk)).Name);
    }

    [Fact]
    public async Task Two_who_change_one_person_hear_of_each_other_and_saving_again_decides()
    {
        var mine = await AboutClerkAsync<EditPersonDialog>();
        var theirs = await AboutClerkAsync<EditPersonDialog>();
        await theirs.Field("姓名").ChangeAsync(new() { Value = "林晓雨" });
        await theirs.Find("form").SubmitAsync();
        await mine.Field("姓名").ChangeAsync(new() { Value = "林小语" });

        await mine.Find("form").SubmitAsync();
        var why = mine.Said();
        await mine.Find("form").SubmitAsync();

        Assert.Contains("林晓雨", why, StringComparison.Ordinal);
        Assert.Equal("林小语", (await ReadAsync(Clerk)).Name);
    }
}
