using Bunit;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.Parts;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.Chat;

public sealed class ConversationListTests : ChatStage
{
    [Fact]
    public async Task A_newcomer_is_shown_how_to_begin()
    {
        var bureau = await Host.Given.UnitAsync("三亚市教育局");
        var newcomer = await Host.Given.PersonAsync("单婉清", bureau);

        var list = Show(newcomer.Id);

        await list.WaitForAssertionAsync(() => Assert.Contains("还没有会话", list.Find(".empty").TextContent, StringComparison.Ordinal));
        Assert.Equal("发起聊天", list.Find(".empty button").TextContent);
    }

    [Fact]
    public async Task While_it_loads_quiet_rows_stand_there()
    {
        var hold = new TaskCompletionSource();
        Between.Opening = hold.Task;

        var list = Show(Lin.Id);

        Assert.NotEmpty(list.FindAll("[aria-busy=true]"));
        hold.SetResult();
        await list.WaitForAssertionAsync(() => list.Find("a.row"));
    }

    [Fact]
    public async Task A_fault_is_told_and_a_new_try_offered()
    {
        Between.Opening = Task.FromException(new IOException("disk"));
        var list = Show(Lin.Id);
        await list.WaitForAssertionAsync(() => list.Find(".failed"));

        Between.Opening = Task.CompletedTask;
        await list.Find(".failed button").ClickAsync(new());

        await list.WaitForAssertionAsync(() => list.Find("a.row"));
    }

    [Fact]
    public async Task A_row_tells_the_last_line_what_is_unread_and_who_was_named()
    {
        await SayAsync(Wang, "@林小雨 请看 <b>");

        var list = Show(Lin.Id);

        await list.WaitForAssertionAsync(() => Assert.Equal("[有人@我]王浩然：@林小雨 请看 <b>", list.Find("a.row .l").TextContent));
        Assert.StartsWith("1", list.Find("a.row .n").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/chat/{Group.Id}", list.Find("a.row").GetAttribute("href"));
    }

    [Fact]
    public async Task What_happens_meanwhile_moves_the_row_and_its_badge()
    {
        var list = Show(Lin.Id);
        await list.WaitForAssertionAsync(() => list.Find("a.row"));

        await SayAsync(Wang, "一");
        await SayAsync(Wang, "二");

        await list.WaitForAssertionAsync(() => Assert.StartsWith("2", list.Find("a.row .n").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        await Host.Get<MarkRead>().HandleAsync(Group.Id, 2, Lin.Id, Xunit.TestContext.Current.CancellationToken);
        await list.WaitForAssertionAsync(() => Assert.Empty(list.FindAll("a.row .n")), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_new_group_comes_in_by_itself_and_a_left_one_goes()
    {
        var list = Show(Lin.Id);
        await list.WaitForAssertionAsync(() => list.Find("a.row"));

        await Host.Get<FoundGroup>().HandleAsync(new FoundGroupRequest([Lin.Id], "新群"), Wang.Id, Xunit.TestContext.Current.CancellationToken);
        await list.WaitForAssertionAsync(() => Assert.Equal("新群", list.Find("a.row b").TextContent), TimeSpan.FromSeconds(10));
        await Host.Get<LeaveGroup>().HandleAsync(Group.Id, Lin.Id, Xunit.TestContext.Current.CancellationToken);

        await list.WaitForAssertionAsync(() => Assert.Single(list.FindAll("a.row")), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Who_leaves_the_page_listens_no_more()
    {
        var list = Show(Lin.Id);
        await list.WaitForAssertionAsync(() => list.Find("a.row"));
        Assert.True(Host.Get<IPersonFeed>().IsListening(Lin.Id));

        await DisposeComponentsAsync();

        Assert.False(Host.Get<IPersonFeed>().IsListening(Lin.Id));
    }

    private IRenderedComponent<ConversationList> Show(PersonId me) => Render<ConversationList>(parameters => parameters.Add(list => list.Me, me));
}
