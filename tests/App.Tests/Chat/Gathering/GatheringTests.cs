using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.App.Features.Chat.Gathering;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat.Gathering;

public sealed class GatheringTests
{
    private static CancellationToken Now => ChatScene.Now;

    [Theory, EveryDatabase]
    public async Task A_group_is_founded_with_whoever_meets_the_rules(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var acts = scene.Host.Get<FoundAudienceGroup>();

        var made = await acts.HandleAsync(new FoundAudienceGroupRequest(Bureau(scene), "防汛联络", "请各位明早到岗"), scene.Lin.Id, Now);
        var nobody = await acts.HandleAsync(new FoundAudienceGroupRequest([new(AudienceTermKind.Person) { PersonId = scene.Lin.Id }], null, null), scene.Lin.Id, Now);

        Assert.Equal((3, 0), (made.Value.Members, made.Value.LeftOut));
        Assert.Equal("Audience.Nobody", nobody.Refusal?.TextKey);
        var row = (await scene.Host.Get<ReadConversation>().HandleAsync(made.Value.Group, scene.Stranger.Id, Now)).Value;
        Assert.Equal(("防汛联络", "请各位明早到岗", false), (row.Row.Title, row.Row.Line!.Text, row.Row.FollowsDirectory));
        Assert.Equal(MemberRole.Owner, row.Roster.Find(scene.Lin.Id)?.Role);
    }

    [Theory, EveryDatabase]
    public async Task A_message_goes_to_each_once_however_often_it_is_sent(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var request = new SendToAudienceRequest(Guid.CreateVersion7(), Bureau(scene), "请回报值班情况");
        var send = scene.Host.Get<SendToAudience>();

        var first = await send.HandleAsync(request, scene.Lin.Id, Now);
        var again = await send.HandleAsync(request, scene.Lin.Id, Now);
        var silent = await send.HandleAsync(request with { Body = "  " }, scene.Lin.Id, Now);

        Assert.Equal((2, 2, "Chat.TextEmpty"), (first.Value.Sent, again.Value.Sent, silent.Refusal?.TextKey));
        await using var kept = await scene.Host.OpenDatabaseAsync();
        Assert.Equal(2, await kept.Messages.CountAsync(message => message.Body == "请回报值班情况", Now));
        Assert.Equal(2, await kept.Conversations.CountAsync(row => row.Kind == ConversationKind.Direct, Now));
    }

    [Theory, EveryDatabase]
    public async Task More_than_the_limit_is_refused_and_nothing_is_sent(Database database)
    {
        await using var scene = await ChatScene.StartAsync(database);
        await using (var kept = await scene.Host.OpenDatabaseAsync())
        {
            kept.AddRange(Enumerable.Range(0, SendToAudience.MaxPeople).Select(number =>
                Person.Create(PersonId.New(), $"many{number}", "符兴", "fuxing", null, DateTimeOffset.UnixEpoch).Value));
            await kept.SaveChangesAsync(Now);
        }

        var sent = await scene.Host.Get<SendToAudience>().HandleAsync(
            new SendToAudienceRequest(Guid.CreateVersion7(), [new(AudienceTermKind.Everyone)], "大家好"), scene.Lin.Id, Now);

        Assert.Equal("Audience.TooMany", sent.Refusal?.TextKey);
        await using var after = await scene.Host.OpenDatabaseAsync();
        Assert.False(await after.Messages.AnyAsync(message => message.Body == "大家好", Now));
    }

    private static AudienceRule[] Bureau(ChatScene scene) => [new(AudienceTermKind.Subtree) { UnitId = scene.Bureau.Id }];
}
