using Bunit;
using HaiZhengTong.App.Features.Home.Parts;
using HaiZhengTong.Components.Tests.Todos;
using Xunit;

namespace HaiZhengTong.Components.Tests.Home;

public sealed class TodosCardTests : TodoStage
{
    [Fact]
    public void While_it_loads_quiet_rows_stand_there()
    {
        Between.Opening = new TaskCompletionSource().Task;

        Assert.Single(Show().FindAll("[aria-busy=true]"));
    }

    [Fact]
    public void Nothing_to_do_offers_to_note_one()
    {
        var card = Show();

        card.WaitForAssertion(() => Assert.Equal(("/todos", "记一件待办"), (card.Find(".empty a").GetAttribute("href"), card.Find(".empty a").TextContent)));
    }

    [Fact]
    public void A_database_out_of_reach_is_told_in_the_card_alone()
    {
        Between.Break();

        var card = Show();

        card.WaitForAssertion(() => Assert.Equal("/", card.Find(".failed a").GetAttribute("href")));
        Assert.Contains("待办", card.Find("h2").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_five_are_there_and_the_count_of_all()
    {
        await AddAsync(Lin, "报送月报", LongAgo);
        for (var number = 1; number <= 5; number++)
        {
            await AddAsync(Lin, $"第 {number} 件");
        }

        var card = Show();

        card.WaitForAssertion(() => Assert.Equal(5, card.FindAll(".td").Count));
        Assert.StartsWith("报送月报", card.Find(".td .what").TextContent, StringComparison.Ordinal);
        Assert.Equal(("1 件已逾期", "全部 6 件"), (card.Find("h2 .tag.r").TextContent, card.Find("h2 a").TextContent));
        Assert.Equal("完成：报送月报", card.Find("[role=checkbox]").GetAttribute("aria-label"));
    }

    private IRenderedComponent<TodosCard> Show() => Render<TodosCard>(parameters => parameters
        .Add(card => card.Me, Lin.Id).Add(card => card.Now, Host.Get<TimeProvider>().GetUtcNow()));
}
