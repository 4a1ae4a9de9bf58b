using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;

namespace HaiZhengTong.Bench.Send;

/// <summary>The conversations written into, each with its members.</summary>
internal sealed record SendData(IReadOnlyList<(ConversationId Conversation, PersonId[] Members)> Conversations)
{
    private const int People = 500;
    private const int GroupSize = 10;

    /// <summary>One group of 500, or many of ten.</summary>
    public static async Task<(SendData Many, SendData Hot)> MakeAsync(TestHost host, int groups)
    {
        var unit = await host.Given.UnitAsync("省大数据管理局");
        var people = new List<Person>();
        for (var number = 0; number < People; number++)
        {
            people.Add(await host.Given.PersonAsync("符海宁", unit));
        }

        var many = new List<(ConversationId, PersonId[])>();
        for (var number = 0; number < groups; number++)
        {
            many.Add(await GroupAsync(host, [.. Enumerable.Range(0, GroupSize).Select(place => people[((number * 7) + place) % People])]));
        }

        return (new SendData(many), new SendData([await GroupAsync(host, [.. people])]));
    }

    /// <summary>The next message to send; each is a new one.</summary>
    public NewMessage Next(Random random)
    {
        var (conversation, members) = Conversations[random.Next(Conversations.Count)];
        return new NewMessage(conversation, members[random.Next(members.Length)], Guid.CreateVersion7(), MessageKind.Text, "各市县 18 时前报送值班表，不要漏报乡镇带班领导。")
        {
            At = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()),
        };
    }

    private static async Task<(ConversationId, PersonId[])> GroupAsync(TestHost host, Person[] members)
    {
        var group = await host.Given.GroupAsync("防汛防风值守群", members);
        return (group.Id, [.. members.Select(person => person.Id)]);
    }
}
