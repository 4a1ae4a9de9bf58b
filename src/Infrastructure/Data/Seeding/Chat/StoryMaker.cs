using System.Globalization;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Infrastructure.Data.Seeding.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Chat;

/// <summary>The written conversations of the demo accounts, ending a little before now.</summary>
internal sealed class StoryMaker(IReadOnlyList<SeedPerson> people, SeedRandom random, DateTimeOffset now)
{
    private readonly Dictionary<string, SeedPerson> _byAccount = people.ToDictionary(person => person.Person.Account, StringComparer.Ordinal);

    public IEnumerable<SeedConversation> Make()
    {
        var section = new List<string>();
        foreach (var line in SeedFile.Lines("Story.txt").Append("["))
        {
            if (line[0] == '[' && section.Count > 0)
            {
                yield return Read(section);
                section = [];
            }

            section.Add(line);
        }
    }

    private SeedConversation Read(List<string> lines)
    {
        var title = lines[0].Trim('[', ']');
        var isDirect = title.StartsWith("direct ", StringComparison.Ordinal);
        var accounts = isDirect ? title.Split(' ')[1..] : lines[1].Split(' ')[1..];
        var members = accounts.Select(Member).ToList();
        var messages = new List<SeedMessage>();
        foreach (var words in lines.Skip(1).Select(line => line.Split(' ')))
        {
            switch (words[0])
            {
                case "fill":
                    Fill(members, Number(words[1]), words[2]);
                    break;
                case "unread":
                    Of(members, words[1]).Unread = Number(words[2]);
                    break;
                case "muted":
                    Of(members, words[1]).Muted = true;
                    break;
                case "pinned":
                    Of(members, words[1]).Pinned = true;
                    break;
                case "-":
                    messages.Add(new SeedMessage(Of(members, words[2]), string.Join(' ', words[3..]), now.AddMinutes(-Number(words[1]))));
                    break;
            }
        }

        if (!isDirect)
        {
            messages.Insert(0, SeedMessage.Founded(members[0], messages[0].At.AddMinutes(-12)));
        }

        return new SeedConversation(
            ConversationId.From(random.NextId()), isDirect ? ConversationKind.Direct : ConversationKind.Group, isDirect ? "" : title, members, messages);
    }

    // People of offices whose name holds the word; some of them have not read the last lines yet.
    private void Fill(List<SeedMember> members, int size, string word)
    {
        var known = members.Select(member => member.Id).ToHashSet();
        var fitting = people.Where(person => person.Unit.Office.Name.Contains(word, StringComparison.Ordinal) && !known.Contains(person.Id)).ToArray();
        var others = people.Where(person => person.Unit.Level < Organisation.SeedLevel.Township && !known.Contains(person.Id)).Except(fitting);
        foreach (var person in fitting.Concat(others).Take(size - members.Count))
        {
            members.Add(new SeedMember(person.Id, person.Name) { Unread = random.Chance(250) ? random.Between(1, 6) : 0 });
        }
    }

    private SeedMember Member(string account) => new(_byAccount[account].Id, _byAccount[account].Name);

    private SeedMember Of(List<SeedMember> members, string account) => members.First(member => member.Id == _byAccount[account].Id);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
