using Bunit;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.Messages;
using HaiZhengTong.App.Features.Chat.Parts;
using HaiZhengTong.Domain.Chat;
using Xunit;

namespace HaiZhengTong.Components.Tests.Chat;

public sealed class ConversationPaneTests : ChatStage
{
    [Fact]
    public async Task While_it_loads_quiet_rows_stand_there()
    {
        var hold = new TaskCompletionSource();
        Between.Opening = hold.Task;

        var pane = Open();

        Assert.NotEmpty(pane.FindAll("[aria-busy=true]"));
        Assert.Empty(pane.FindAll("textarea"));
        hold.SetResult();
        await pane.WaitForAssertionAsync(() => pane.Find("textarea"));
    }

    [Fact]
    public async Task A_fault_is_told_and_a_new_try_offered()
    {
        Between.Opening = Task.FromException(new IOException("disk"));
        var pane = Open();
        await pane.WaitForAssertionAsync(() => pane.Find(".failed"));

        Between.Opening = Task.CompletedTask;
        await pane.Find(".failed button").ClickAsync(new());

        await pane.WaitForAssertionAsync(() => pane.Find("textarea"));
    }

    [Fact]
    public async Task A_stranger_is_told_that_there_is_nothing()
    {
        var pane = Open(ConversationId.New());

        await pane.WaitForAssertionAsync(() => Assert.Contains("没有这个会话", pane.Find(".empty").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ones_own_messages_stand_right_and_others_left_with_name_and_unit()
    {
        await SayAsync(Wang, "收到");
        await SayAsync(Lin, "好的");

        var pane = Open();

        await pane.WaitForAssertionAsync(() => Assert.Equal(2, pane.FindAll(".m").Count));
        Assert.Equal(["收到"], pane.FindAll(".m:not(.own) .b").Select(bubble => bubble.TextContent));
        Assert.Equal(["好的"], pane.FindAll(".m.own .b").Select(bubble => bubble.TextContent));
        Assert.Contains("王浩然 · 海口市教育局 科员", pane.Find(".m:not(.own) .who").TextContent, StringComparison.Ordinal);
        Assert.Single(pane.FindAll(".day"), day => day.TextContent == "今天");
        Assert.Contains("未读 1", pane.Find(".rd").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_of_one_sender_shares_the_head()
    {
        await SayAsync(Wang, "一");
        await SayAsync(Wang, "二");

        var pane = Open();

        await pane.WaitForAssertionAsync(() => Assert.Equal(2, pane.FindAll(".m").Count));
        Assert.Single(pane.FindAll(".m .who"));
    }

    [Fact]
    public async Task Markup_in_a_message_is_shown_not_obeyed()
    {
        await SayAsync(Wang, "<img src=x onerror=alert(1)>");

        var pane = Open();

        await pane.WaitForAssertionAsync(() => Assert.Equal("<img src=x onerror=alert(1)>", pane.Find(".b").TextContent));
        Assert.Empty(pane.FindAll(".b img"));
    }

    [Fact]
    public async Task What_is_said_now_appears_by_itself_and_so_does_that_it_was_read()
    {
        var pane = Open();
        await pane.WaitForAssertionAsync(() => pane.Find("textarea"));

        await SayAsync(Lin, "请速报");
        await pane.WaitForAssertionAsync(() => Assert.Equal("请速报", pane.Find(".m.own .b").TextContent), Patience);
        await Host.Get<MarkRead>().HandleAsync(Group.Id, 1, Wang.Id, Xunit.TestContext.Current.CancellationToken);

        await pane.WaitForAssertionAsync(() => Assert.Equal("全部已读", pane.Find(".rd").TextContent), Patience);
    }

    [Fact]
    public async Task A_message_shows_what_it_answers_its_signs_that_it_was_edited_and_at_last_only_who_recalled_it()
    {
        await SayAsync(Wang, "材料齐了吗");
        var pane = Open();
        await pane.WaitForAssertionAsync(() => pane.Find("textarea"));
        await Host.Get<SendMessage>().HandleAsync(
            new SendMessageRequest(Group.Id, Guid.CreateVersion7(), "齐了") { ReplyTo = 1 }, Lin.Id, Xunit.TestContext.Current.CancellationToken);
        await pane.WaitForAssertionAsync(() => Assert.Equal("王浩然：材料齐了吗", pane.Find(".m.own .quote").TextContent), Patience);
        var answer = new MessagePlace(Group.Id, 2);

        await Host.Get<SetReaction>().HandleAsync(answer, "👍", true, Lin.Id, Xunit.TestContext.Current.CancellationToken);
        await pane.WaitForAssertionAsync(() => Assert.Equal(("👍1", "true"), SignOf(pane)), Patience);
        await Host.Get<EditMessage>().HandleAsync(answer, "都齐了", Lin.Id, Xunit.TestContext.Current.CancellationToken);
        await pane.WaitForAssertionAsync(() => Assert.Equal(("都齐了", "已编辑"), (pane.Find(".m.own .b").TextContent, pane.Find(".edited").TextContent)), Patience);
        await Host.Get<RecallMessage>().HandleAsync(new MessagePlace(Group.Id, 1), Wang.Id, Xunit.TestContext.Current.CancellationToken);
        await pane.WaitForAssertionAsync(() => Assert.Equal("所引用的消息已被撤回", pane.Find(".quote").TextContent), Patience);
        await Host.Get<RecallMessage>().HandleAsync(answer, Lin.Id, Xunit.TestContext.Current.CancellationToken);

        await pane.WaitForAssertionAsync(() => Assert.Empty(pane.FindAll(".m")), Patience);
        Assert.Equal(["王浩然 撤回了一条消息", "林小雨 撤回了一条消息重新编辑"], pane.FindAll(".sys[data-seq]").Select(line => line.TextContent));
    }

    [Fact]
    public async Task System_lines_speak_the_readers_language()
    {
        await Host.Get<RenameGroup>().HandleAsync(Group.Id, "<新>名", Lin.Id, Xunit.TestContext.Current.CancellationToken);

        var pane = Open();

        await pane.WaitForAssertionAsync(() => Assert.Equal("林小雨 将群名称改为“<新>名”", pane.Find(".sys").TextContent));
        Assert.Equal("<新>名", pane.Find("h1").TextContent);
    }

    [Fact]
    public async Task Only_what_came_after_the_last_visit_is_below_the_line()
    {
        await SayAsync(Wang, "旧");
        await Host.Get<MarkRead>().HandleAsync(Group.Id, 1, Lin.Id, Xunit.TestContext.Current.CancellationToken);
        await SayAsync(Wang, "新");

        var pane = Open();

        await pane.WaitForAssertionAsync(() => pane.Find("[data-unread]"));
        var marks = pane.FindAll("[data-unread], .b").Select(element => element.TextContent).ToList();
        Assert.Equal(["旧", "以下为新消息", "新"], marks);
    }

    [Fact]
    public async Task Who_leaves_the_page_follows_nothing_any_more()
    {
        var pane = Open();
        await pane.WaitForAssertionAsync(() => pane.Find("textarea"));
        Assert.Contains(Group.Id, Host.Get<IChatFeed>().Followed);

        await DisposeComponentsAsync();

        Assert.Empty(Host.Get<IChatFeed>().Followed);
    }

    [Fact]
    public async Task Who_left_the_group_writes_no_more()
    {
        var pane = Open();
        await pane.WaitForAssertionAsync(() => pane.Find("textarea"));

        await Host.Get<LeaveGroup>().HandleAsync(Group.Id, Lin.Id, Xunit.TestContext.Current.CancellationToken);

        await pane.WaitForAssertionAsync(() => Assert.Contains("不在这个群聊中", pane.Find(".note").TextContent, StringComparison.Ordinal), Patience);
        Assert.Empty(pane.FindAll("textarea"));
    }

    private static (string Text, string? Mine) SignOf(IRenderedComponent<ConversationPane> pane) =>
        (pane.Find(".signs button").TextContent, pane.Find(".signs button").GetAttribute("aria-pressed"));

    private static TimeSpan Patience => TimeSpan.FromSeconds(10);

    private IRenderedComponent<ConversationPane> Open(ConversationId? id = null) => Render<ConversationPane>(parameters => parameters
        .Add(pane => pane.Id, id ?? Group.Id)
        .Add(pane => pane.Me, Lin.Id));
}
