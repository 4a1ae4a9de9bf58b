using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Finds the @ names of a text.</summary>
internal static class Mentions
{
    /// <summary>The words that name everyone, in both languages of the interface.</summary>
    public static readonly string[] Everyone = ["所有人", "everyone", "all"];

    /// <summary>Whom the text names. Of several members with one name the picked one counts; without a pick all of them.</summary>
    public static (IReadOnlyList<PersonId> People, bool All) Read(string body, Roster roster, IReadOnlyList<PersonId>? picked)
    {
        var people = new HashSet<PersonId>();
        var all = false;
        foreach (var (_, length, start) in Spans(body, roster))
        {
            var name = body.Substring(start + 1, length - 1);
            all |= Everyone.Contains(name, StringComparer.OrdinalIgnoreCase);
            var called = roster.Members.Where(member => member.Name == name).Select(member => member.PersonId).ToList();
            var chosen = called.Where(person => picked?.Contains(person) == true).ToList();
            people.UnionWith(chosen.Count > 0 ? chosen : called);
        }

        return ([.. people], all);
    }

    /// <summary>Where the text names somebody: the @ and the longest member's name after it.</summary>
    public static IEnumerable<(string Name, int Length, int Start)> Spans(string body, Roster roster)
    {
        for (var at = body.IndexOf('@', StringComparison.Ordinal); at >= 0; at = body.IndexOf('@', at + 1))
        {
            // A mail address is no mention.
            if (at > 0 && char.IsAsciiLetterOrDigit(body[at - 1]))
            {
                continue;
            }

            var rest = body.AsSpan(at + 1);
            var longest = "";
            foreach (var member in roster.Members)
            {
                if (member.Name.Length > longest.Length && rest.StartsWith(member.Name, StringComparison.Ordinal))
                {
                    longest = member.Name;
                }
            }

            foreach (var word in Everyone)
            {
                if (word.Length > longest.Length && rest.StartsWith(word, StringComparison.OrdinalIgnoreCase) && Ends(rest, word))
                {
                    longest = word;
                }
            }

            if (longest.Length > 0)
            {
                yield return (longest, longest.Length + 1, at);
            }
        }
    }

    private static bool Ends(ReadOnlySpan<char> rest, string word) =>
        !char.IsAscii(word[0]) || rest.Length == word.Length || !char.IsAsciiLetterOrDigit(rest[word.Length]);
}
