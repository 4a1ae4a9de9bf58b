using Bunit;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.Parts;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using Xunit;

namespace HaiZhengTong.Components.Tests.Chat;

/// <summary>A leader whom not everyone may call in: wherever that is refused one may ask why.</summary>
public sealed class OutOfReachTests : ChatStage
{
    private static CancellationToken Now => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_adds_a_shielded_leader_to_a_group_may_ask_why()
    {
        var leader = await LeaderAsync();
        var hit = new PersonHit(leader.Id, leader.Name, "厅长", UnitId.New(), "省教育厅", false);
        var roster = (await Host.Get<ListMembers>().HandleAsync(Group.Id, Lin.Id, Now)).Value;
        var dialog = Render<AddMembersDialog>(parameters => parameters
            .Add(part => part.Roster, roster).Add(part => part.Me, Lin.Id).Add(part => part.Open, true));

        await dialog.InvokeAsync(() => dialog.FindComponent<PersonPicker>().Instance.ChosenChanged.InvokeAsync([hit]));
        await dialog.FindAll(".dlg-foot .btn")[1].ClickAsync();

        dialog.WaitForAssertion(() => Assert.Contains("不能直接联系符海宁：专案需要", dialog.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        await dialog.Find("[role=alert] .link").ClickAsync();
        dialog.WaitForAssertion(() => Assert.Contains("专案需要", dialog.FindAll(".dlg-body")[^1].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_a_leader_cannot_be_called_the_question_why_stands_in_the_place_of_the_call()
    {
        var leader = await LeaderAsync(shielded: false);
        var chat = (await Host.Get<OpenDirectChat>().HandleAsync(leader.Id, Lin.Id, Now)).Value;
        var before = Open(chat);
        await before.WaitForAssertionAsync(() => before.Find("form[action='/meetings/start']"));
        await ShieldAsync(leader);

        var after = Open(chat);

        await after.WaitForAssertionAsync(() => after.Find(".no-call .link"));
        Assert.Empty(after.FindAll("form[action='/meetings/start']"));
        await after.Find(".no-call .link").ClickAsync();
        await after.WaitForAssertionAsync(() => Assert.Contains("专案需要", after.Find(".dlg-body").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<ConversationPane> Open(ConversationId id) =>
        Render<ConversationPane>(parameters => parameters.Add(part => part.Id, id).Add(part => part.Me, Lin.Id));

    private async Task<Person> LeaderAsync(bool shielded = true)
    {
        var office = await Host.Given.UnitAsync("省教育厅");
        var leader = await Host.Given.PersonAsync("符海宁", office);
        await Host.Given.PostAsync(leader, office, "厅长", "leader");
        if (shielded)
        {
            await ShieldAsync(leader);
        }

        return leader;
    }

    private async Task ShieldAsync(Person leader)
    {
        await using var database = await Host.OpenDatabaseAsync();
        database.Add(new VisibilityRule
        {
            Id = VisibilityRuleId.New(),
            Kind = VisibilityRuleKind.ShieldLeaders,
            PersonId = leader.Id,
            Reason = "专案需要",
            MadeBy = leader.Id,
            MadeAt = DateTimeOffset.UnixEpoch,
        });
        await database.SaveChangesAsync(Now);
    }
}
