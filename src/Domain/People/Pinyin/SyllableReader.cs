using System.Text;

namespace HaiZhengTong.Domain.People.Pinyin;

/// <summary>Cuts texts into syllables: names with surname readings first, other texts with the readings of known words.</summary>
internal static class SyllableReader
{
    private const int LongestWord = 4;

    public static List<Syllable> ReadName(string name)
    {
        var syllables = Cut(name);
        for (var length = Math.Min(2, syllables.Count); length > 0; length--)
        {
            if (ReadingTable.OfSurname(SimplifiedScript.Of(Join(syllables, 0, length))) is { } readings)
            {
                // A compound surname is read only as the list says; a single one keeps its other readings too.
                Replace(syllables, 0, readings, keepOthers: length == 1);
                break;
            }
        }

        return syllables;
    }

    public static List<Syllable> ReadText(string text)
    {
        var syllables = Cut(text);
        for (var start = 0; start < syllables.Count; start++)
        {
            for (var length = Math.Min(LongestWord, syllables.Count - start); length > 1; length--)
            {
                if (ReadingTable.OfWord(Join(syllables, start, length)) is { } readings)
                {
                    Replace(syllables, start, [readings], keepOthers: false);
                    start += length - 1;
                    break;
                }
            }
        }

        return syllables;
    }

    private static string Join(List<Syllable> syllables, int start, int length) =>
        string.Concat(syllables.Skip(start).Take(length).Select(syllable => syllable.Text));

    private static void Replace(List<Syllable> syllables, int start, string[][] readings, bool keepOthers)
    {
        for (var place = 0; place < readings[0].Length; place++)
        {
            var old = syllables[start + place];
            var known = readings.Select(reading => reading[place]);
            var all = keepOthers ? known.Concat(old.Readings) : known;
            syllables[start + place] = old.ReadAs(all);
        }
    }

    private static List<Syllable> Cut(string text)
    {
        var syllables = new List<Syllable>(text.Length);
        var run = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var readings = ReadingTable.Of(rune);
            if (readings.Count == 0 && rune.IsBmp && Rune.IsLetterOrDigit(rune) && rune.Value < 0x2E80)
            {
                run.Append(Rune.ToLowerInvariant(rune).ToString());
                continue;
            }

            EndRun(syllables, run);
            if (Rune.IsLetterOrDigit(rune))
            {
                syllables.Add(new Syllable(rune.ToString(), readings));
            }
        }

        EndRun(syllables, run);
        return syllables;
    }

    private static void EndRun(List<Syllable> syllables, StringBuilder run)
    {
        if (run.Length > 0)
        {
            var text = run.ToString();
            syllables.Add(new Syllable(text, [text]));
            run.Clear();
        }
    }
}
