using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Tests.People.Posts;
using HaiZhengTong.TestKit.Databases;
using Xunit;

namespace HaiZhengTong.App.Tests.People;

public sealed class NewTitleTests
{
    private static CancellationToken Now => PostsStage.Now;

    [Theory, EveryDatabase]
    public async Task A_title_just_given_is_found_at_once(Database database)
    {
        await using var stage = await PostsStage.SetAsync(database);
        var before = await stage.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("首席数据官", stage.Admin.Id), Now);
        var post = (await stage.PostsOfAsync(stage.Clerk))[0];

        await stage.Get<ChangePost>().HandleAsync(
            new ChangePostRequest(post.Id, post.Details with { Title = "首席数据官" }, post.Version), stage.Admin.Id, Now);
        var after = await stage.Get<SearchPeople>().HandleAsync(new SearchPeopleRequest("首席数据官", stage.Admin.Id), Now);

        Assert.Empty(before.People);
        Assert.Equal(stage.Clerk.Id, Assert.Single(after.People).Id);
    }
}
