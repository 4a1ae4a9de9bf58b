using System.Text;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>A card as vCard 4.0 (RFC 6350): what the reader of the card sees, never the mobile number.</summary>
internal static class VCard
{
    private const int MaxLine = 75;

    /// <summary>The whole card; with <paramref name="posts"/> only the first so many of them.</summary>
    public static string Of(PersonCard card, int posts = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(card);
        var text = new StringBuilder();
        Add(text, "BEGIN:VCARD");
        Add(text, "VERSION:4.0");
        Add(text, "KIND:individual");
        Add(text, $"UID:urn:uuid:{card.Id}");
        Add(text, $"FN:{Escaped(card.Name)}");
        Add(text, $"N:{Escaped(card.Name)};;;;");
        foreach (var (post, at) in card.Posts.Take(posts).Select((post, at) => (post, at)))
        {
            // A group for each post: its title belongs to its unit.
            var group = $"post{at + 1}.";
            Add(text, $"{group}ORG:{Escaped(post.UnitName)}");
            Add(text, $"{group}TITLE:{Escaped(post.Title)}");
            if (post.OfficePhone is { } phone)
            {
                Add(text, $"{group}TEL;TYPE=\"work,voice\":{Escaped(phone)}");
            }

            if (post.Room is { } room)
            {
                Add(text, $"{group}ADR;TYPE=work:;;{Escaped(room)};;;;");
            }
        }

        Add(text, "END:VCARD");
        return text.ToString();
    }

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    // Lines end at 75 octets and go on after a space, never inside a character.
    private static void Add(StringBuilder text, string line)
    {
        var room = MaxLine;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                text.Append("\r\n ");
                room = MaxLine - 1;
            }

            text.Append(rune.ToString());
            room -= rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
