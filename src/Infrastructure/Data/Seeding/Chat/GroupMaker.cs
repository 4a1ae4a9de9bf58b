using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;
using HaiZhengTong.Infrastructure.Data.Seeding.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Chat;

/// <summary>Founds work groups: within an office, across the offices of a division, along a business line; and direct chats.</summary>
internal sealed class GroupMaker
{
    private const int MaxSize = 200;

    private static readonly string[] _countryTopics = ["乡镇", "防汛防风", "日常", "材料报送", "督查"];

    private readonly SeedRandom _random;
    private readonly TalkMaker _talk;
    private readonly (SeedUnit Office, List<SeedPerson> People)[] _offices;
    private readonly Dictionary<SeedUnit, List<SeedPerson>> _byDivision = [];
    private readonly Dictionary<SeedUnit, List<SeedPerson>> _byLine = [];

    public GroupMaker(IReadOnlyList<SeedPerson> people, TalkMaker talk, SeedRandom random)
    {
        _random = random;
        _talk = talk;
        _offices = [.. people.GroupBy(person => person.Unit.Office).Select(office => (office.Key, office.ToList())).Where(office => office.Item2.Count > 3)];
        foreach (var (office, members) in _offices)
        {
            Of(_byDivision, DivisionOf(office)).AddRange(members);
            for (var superior = office.Superior; superior is not null; superior = superior.Superior)
            {
                Of(_byLine, superior).Add(members[0]);
            }
        }
    }

    public IEnumerable<SeedConversation> MakeGroups(int count)
    {
        for (var made = 0; made < count; made++)
        {
            var (office, people) = _random.Pick(_offices);
            var topic = TopicOf(office);
            var (from, place) = _random.Below(10) switch
            {
                < 4 => (people, office.Name),
                < 8 => (_byDivision[DivisionOf(office)], DivisionOf(office).Name),
                _ => office.Superior is { } superior && _byLine.TryGetValue(superior, out var heads) && heads.Count > 3
                    ? (heads, superior.Name + "条线")
                    : (people, office.Name),
            };
            var members = Draw(from, Size());
            yield return Make(ConversationKind.Group, $"{place}{_random.Pick(topic.Titles)}群", topic, members, _random.Between(14, 70));
        }
    }

    public IEnumerable<SeedConversation> MakeDirectChats(int count)
    {
        var pairs = new HashSet<(PersonId, PersonId)>();
        for (var made = 0; made < count; made++)
        {
            var members = Draw(_random.Pick(_offices).People, 2);
            var isNew = pairs.Add((members[0].Id, members[1].Id)) && pairs.Add((members[1].Id, members[0].Id));
            if (isNew && !IsCast(members[0]) && !IsCast(members[1]))
            {
                yield return Make(ConversationKind.Direct, "", _random.Pick(_talk.Topics), members, _random.Between(2, 12));
            }
        }
    }

    // Villages and townships do not talk about interfaces.
    private TalkTopic TopicOf(SeedUnit office)
    {
        if (office.Level < SeedLevel.Township)
        {
            return _random.Pick(_talk.Topics);
        }

        var name = _random.Pick(_countryTopics);
        return _talk.Topics.First(topic => topic.Name == name);
    }

    // Told by the story already; a second chat of the same two people would break their unique key.
    private static bool IsCast(SeedMember member) => Cast.All.Any(cast => cast.Name == member.Name);

    private SeedConversation Make(ConversationKind kind, string title, TalkTopic topic, List<SeedMember> members, int lines)
    {
        foreach (var member in members)
        {
            member.Unread = _random.Chance(300) ? _random.Between(1, 9) : 0;
        }

        var messages = _talk.Make(topic, members, lines, _random);
        if (kind == ConversationKind.Group)
        {
            messages.Insert(0, SeedMessage.Founded(members[0], messages[0].At.AddMinutes(-30)));
        }

        return new SeedConversation(ConversationId.From(_random.NextId()), kind, title, members, messages);
    }

    // Most groups are small, a few reach the limit.
    private int Size()
    {
        var tenth = _random.Below(10);
        return tenth switch
        {
            < 6 => _random.Between(3, 15),
            < 9 => _random.Between(16, 50),
            _ => _random.Between(51, MaxSize),
        };
    }

    private List<SeedMember> Draw(List<SeedPerson> from, int size)
    {
        var chosen = new HashSet<int>();
        size = Math.Min(size, from.Count);
        for (var last = from.Count - size; last < from.Count; last++)
        {
            // Floyd's way to draw without repeating, whatever the number.
            var pick = _random.Below(last + 1);
            chosen.Add(chosen.Contains(pick) ? last : pick);
        }

        return [.. chosen.Select(place => new SeedMember(from[place].Id, from[place].Name))];
    }

    private static SeedUnit DivisionOf(SeedUnit office)
    {
        var unit = office;
        while (unit.Unit.Kind != UnitKind.Division)
        {
            unit = unit.Parent!;
        }

        return unit;
    }

    private static List<SeedPerson> Of(Dictionary<SeedUnit, List<SeedPerson>> lists, SeedUnit unit)
    {
        if (!lists.TryGetValue(unit, out var list))
        {
            lists.Add(unit, list = []);
        }

        return list;
    }
}
