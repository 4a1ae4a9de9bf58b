using System.Text;

namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>
/// The committed tables: what each character can be read as, how surnames and some office words are read.
/// Loaded once, on first use. A character without a reading answers with an empty list.
/// </summary>
internal static class ReadingTable
{
    private const int First = 0x4E00;
    private const int Count = 0xA000 - First;

    private static readonly string[]?[] _plane = new string[Count][];
    private static readonly Dictionary<int, string[]> _rare = [];
    private static readonly Dictionary<string, string[][]> _surnames = LoadPhrases("Surnames.txt");
    private static readonly Dictionary<string, string[][]> _words = LoadPhrases("Words.txt");

    static ReadingTable()
    {
        foreach (var (readings, characters) in EmbeddedTable.Lines("Readings.txt"))
        {
            var list = readings.Split(',');
            foreach (var rune in characters.EnumerateRunes())
            {
                Set(rune.Value, list);
            }
        }
    }

    /// <summary>All readings of a character with tones, most usual first.</summary>
    public static IReadOnlyList<string> Of(Rune character)
    {
        var offset = character.Value - First;
        return (uint)offset < Count
            ? _plane[offset] ?? []
            : _rare.GetValueOrDefault(character.Value) ?? [];
    }

    /// <summary>The readings of a surname, each as its syllables, where it is in the hand-kept list.</summary>
    public static string[][]? OfSurname(string surname) => _surnames.GetValueOrDefault(surname);

    /// <summary>The syllables of a word of office or place names whose characters are not read as usual.</summary>
    public static string[]? OfWord(string word) => _words.GetValueOrDefault(word)?[0];

    private static void Set(int character, string[] readings)
    {
        var offset = character - First;
        if ((uint)offset < Count)
        {
            _plane[offset] = readings;
        }
        else
        {
            _rare[character] = readings;
        }
    }

    private static Dictionary<string, string[][]> LoadPhrases(string file) => EmbeddedTable.Lines(file).ToDictionary(
        line => line.Before,
        line => line.After.Split(',').Select(reading => reading.Split(' ')).ToArray());
}
