using Bunit;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaiZhengTong.Components.Tests.Ui;

public sealed class StatesTests : BunitContext
{
    public StatesTests() => Services.AddSingleton<Texts>();

    [Fact]
    public async Task An_empty_page_says_so_and_offers_one_thing_to_do()
    {
        var asked = 0;
        var empty = Render<EmptyState>(parameters => parameters
            .Add(p => p.Text, "还没有群组").Add(p => p.Action, "新建群组").Add(p => p.OnAction, () => asked++));

        await empty.Find("button").ClickAsync();

        Assert.Contains("还没有群组", empty.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void An_empty_page_without_an_action_has_no_button()
    {
        var empty = Render<EmptyState>(parameters => parameters.Add(p => p.Text, "还没有待办"));

        Assert.Empty(empty.FindAll("button, a"));
    }

    [Fact]
    public async Task A_failed_page_can_be_tried_again()
    {
        var tried = 0;
        var failed = Render<FailedState>(parameters => parameters.Add(p => p.OnRetry, () => tried++));

        await failed.Find("button").ClickAsync();

        Assert.Equal(1, tried);
        Assert.Equal("alert", failed.Find(".failed").GetAttribute("role"));
    }

    [Fact]
    public void Skeleton_rows_are_one_announcement()
    {
        var rows = Render<SkeletonRows>(parameters => parameters.Add(p => p.Count, 3));

        Assert.Equal(3, rows.FindAll(".skel-row[aria-hidden=true]").Count);
        Assert.Single(rows.FindAll("[role=status]"));
    }

    [Theory]
    [InlineData("chat")]
    [InlineData("mic-off")]
    [InlineData("star-filled")]
    public void An_icon_is_drawn_and_kept_from_screen_readers(string name)
    {
        var icon = Render<Icon>(parameters => parameters.Add(p => p.Name, name));

        Assert.NotEmpty(icon.Find("svg[aria-hidden=true]").Children);
    }
}
