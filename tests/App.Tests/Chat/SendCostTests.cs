using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaiZhengTong.App.Tests.Chat;

public sealed class SendCostTests
{
    [Theory]
    [EveryDatabase(1)]
    [EveryDatabase(40)]
    public async Task A_message_writes_the_same_rows_whatever_the_number_of_members(Database database, int others)
    {
        await using var scene = await ChatScene.StartAsync(database);
        var people = new List<Person> { scene.Lin };
        for (var number = 0; number < others; number++)
        {
            people.Add(await scene.Host.Given.PersonAsync($"人{number}", scene.Bureau));
        }

        var group = await scene.Host.Given.GroupAsync("大群", [.. people]);
        var before = await CountAsync(scene);

        await scene.SayAsync(scene.Lin, "@所有人 请报送", where: group.Id);

        var after = await CountAsync(scene);
        Assert.Equal([1, 1, 0, 1], after.Zip(before, (now, then) => now - then));
        await using var kept = await scene.Host.OpenDatabaseAsync();
        var moved = await kept.Members.CountAsync(member => member.ConversationId == group.Id && member.ReadSeq > 0, ChatScene.Now);
        Assert.Equal(1, moved);
    }

    private static async Task<int[]> CountAsync(ChatScene scene)
    {
        await using var kept = await scene.Host.OpenDatabaseAsync();
        return
        [
            await kept.Messages.CountAsync(ChatScene.Now),
            await kept.Changes.CountAsync(ChatScene.Now),
            await kept.Mentions.CountAsync(ChatScene.Now),
            await kept.MentionAlls.CountAsync(ChatScene.Now),
        ];
    }
}
