using System.Globalization;
using System.Text;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Chat;

/// <summary>Invents what people of an office write to each other, in working hours of the last weeks, ending before now.</summary>
internal sealed class TalkMaker(IReadOnlyList<string> counties, IReadOnlyList<string> offices, DateTimeOffset now)
{
    private const int Recent = 4;

    private static readonly TimeSpan _beijing = TimeSpan.FromHours(8);
    private static readonly string[] _days = ["周一", "周二", "周三", "周四", "周五", "明天", "后天", "本周五", "下周一"];

    private readonly Queue<string> _recent = [];

    public IReadOnlyList<TalkTopic> Topics { get; } = ReadTopics();

    public List<SeedMessage> Make(TalkTopic topic, IReadOnlyList<SeedMember> members, int count, SeedRandom random)
    {
        var messages = new List<SeedMessage>(count);
        var threads = Math.Max(1, count / 4);
        var starts = Enumerable.Range(0, threads).Select(_ => WorkingMoment(random.Below(60), random)).Order().ToArray();
        var at = DateTimeOffset.MinValue;
        for (var thread = 0; thread < threads; thread++)
        {
            at = Later(starts[thread], at);
            messages.Add(Say(Fresh(topic.Openings, random), members, messages, at, random));
            var answers = thread == threads - 1 ? count - messages.Count : Math.Min(random.Between(1, 5), count - messages.Count - (threads - thread - 1));
            for (var answer = 0; answer < answers; answer++)
            {
                at += TimeSpan.FromSeconds(random.Between(20, 900));
                messages.Add(Say(Fresh(topic.Answers, random), members, messages, at, random));
            }
        }

        return EndBeforeNow(messages);
    }

    // Half past eight to half past five, in Hainan's time.
    private DateTimeOffset WorkingMoment(int daysAgo, SeedRandom random)
    {
        var day = now.ToOffset(_beijing).Date.AddDays(-daysAgo);
        return new DateTimeOffset(day, _beijing).AddSeconds(random.Between(8 * 3600 + 1800, 17 * 3600 + 1800)).ToUniversalTime();
    }

    private static DateTimeOffset Later(DateTimeOffset start, DateTimeOffset last) => start > last ? start : last.AddSeconds(45);

    private List<SeedMessage> EndBeforeNow(List<SeedMessage> messages)
    {
        var over = messages[^1].At - now.AddMinutes(-3);
        if (over > TimeSpan.Zero)
        {
            for (var place = 0; place < messages.Count; place++)
            {
                messages[place] = messages[place] with { At = messages[place].At - over };
            }
        }

        return messages;
    }

    // Not one of the last few lines again.
    private string Fresh(List<string> lines, SeedRandom random)
    {
        var place = random.Below(lines.Count);
        while (_recent.Contains(lines[place]) && lines.Count > Recent)
        {
            place = (place + 1) % lines.Count;
        }

        _recent.Enqueue(lines[place]);
        if (_recent.Count > Recent)
        {
            _recent.Dequeue();
        }

        return lines[place];
    }

    // Somebody else than the last sender, naming somebody else again.
    private SeedMessage Say(string line, IReadOnlyList<SeedMember> members, List<SeedMessage> before, DateTimeOffset at, SeedRandom random)
    {
        var place = random.Below(members.Count);
        if (before.Count > 0 && before[^1].Sender == members[place])
        {
            place = (place + 1) % members.Count;
        }

        var other = members[(place + 1 + random.Below(members.Count - 1)) % members.Count];
        return new SeedMessage(members[place], Fill(line, other, random), at);
    }

    private string Fill(string line, SeedMember named, SeedRandom random)
    {
        if (!line.Contains('{', StringComparison.Ordinal))
        {
            return line;
        }

        var text = new StringBuilder(line.Length + 16);
        for (var place = 0; place < line.Length; place++)
        {
            if (line[place] != '{')
            {
                text.Append(line[place]);
                continue;
            }

            text.Append(line[place + 1] switch
            {
                'c' => random.Pick(counties),
                'u' => random.Pick(offices),
                'n' => random.Between(2, 96).ToString(CultureInfo.InvariantCulture),
                't' => string.Create(CultureInfo.InvariantCulture, $"{random.Between(9, 18)}:{random.Below(2) * 3}0"),
                'd' => random.Pick(_days),
                'p' => named.Name,
                var unknown => throw new InvalidOperationException($"Talk.txt uses {{{unknown}}}."),
            });
            place += 2;
        }

        return text.ToString();
    }

    private static List<TalkTopic> ReadTopics()
    {
        var topics = new List<TalkTopic>();
        foreach (var line in SeedFile.Lines("Talk.txt", withComments: true))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            switch (line[0])
            {
                case '#' when colon > 0:
                    topics.Add(new TalkTopic(line[2..colon], SeedFile.List(line[(colon + 2)..]), [], []));
                    break;
                case '?':
                    topics[^1].Openings.Add(line[2..]);
                    break;
                case '-':
                    topics[^1].Answers.Add(line[2..]);
                    break;
            }
        }

        return topics;
    }
}
