using Bunit;
using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Features.People.Parts;
using Xunit;

namespace HaiZhengTong.Components.Tests.People;

public sealed class StarAndTagTests : ManagingContext
{
    [Fact]
    public async Task A_star_that_could_not_be_set_is_told_and_not_shown()
    {
        var star = Star();
        Between.Break();

        await star.Find("button").ClickAsync(new());

        Assert.Equal("false", star.Find("button").GetAttribute("aria-pressed"));
        Assert.Contains("请稍后重试", Told(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_stars_oneself()
    {
        var star = Render<StarButton>(with => with.Add(part => part.Person, Me.Id).Add(part => part.Name, Me.Name).Add(part => part.By, Me.Id));

        await star.Find("button").ClickAsync(new());

        Assert.NotEmpty(Told());
        Assert.Equal("false", star.Find("button").GetAttribute("aria-pressed"));
    }

    [Fact]
    public async Task A_tag_is_put_on_and_taken_off_again()
    {
        await Host.Get<MakeTag>().HandleAsync(new MakeTagRequest("防汛", null), Me.Id, Now);
        var card = Tags();
        await card.Find(".link").ClickAsync(new());
        card.WaitForElement(".tag-edit input[type=checkbox]");

        await card.Find(".tag-edit input[type=checkbox]").ChangeAsync(new() { Value = true });
        card.WaitForAssertion(() => Assert.Contains("防汛", card.Find(".chip").TextContent, StringComparison.Ordinal));
        await card.Find(".tag-edit input[type=checkbox]").ChangeAsync(new() { Value = false });

        card.WaitForAssertion(() => Assert.Empty(card.FindAll(".chip")));
    }

    [Fact]
    public async Task A_tag_there_already_is_refused_and_the_name_stays()
    {
        await Host.Get<MakeTag>().HandleAsync(new MakeTagRequest("防汛", null), Me.Id, Now);
        var card = Tags();
        await card.Find(".link").ClickAsync(new());

        await card.Find(".tag-edit input.inp").ChangeAsync(new() { Value = "防汛" });
        await card.Find(".tag-edit form").SubmitAsync();

        Assert.Contains("已有标签“防汛”", Told(), StringComparison.Ordinal);
        Assert.Equal("防汛", card.Find(".tag-edit input.inp").GetAttribute("value"));
        Assert.Empty(card.FindAll(".chip"));
    }

    [Fact]
    public async Task A_card_stands_without_its_tags_when_they_cannot_be_read_or_made()
    {
        Between.Break();
        var card = Tags();
        await card.Find(".link").ClickAsync(new());

        await card.Find(".tag-edit input.inp").ChangeAsync(new() { Value = "老同学" });
        await card.Find(".tag-edit form").SubmitAsync();

        Assert.Contains("请稍后重试", Told(), StringComparison.Ordinal);
        Assert.Equal("老同学", card.Find(".tag-edit input.inp").GetAttribute("value"));
    }

    private IRenderedComponent<StarButton> Star() =>
        Render<StarButton>(with => with.Add(part => part.Person, Clerk.Id).Add(part => part.Name, Clerk.Name).Add(part => part.By, Me.Id));

    private IRenderedComponent<CardTags> Tags() =>
        Render<CardTags>(with => with.Add(part => part.Person, Clerk.Id).Add(part => part.By, Me.Id).Add(part => part.Unit, Department.Id));

    // What the foot of the page was told to say.
    private string Told() => string.Concat(JSInterop.Invocations["hzt.toast"].Select(said => said.Arguments[0]));
}
