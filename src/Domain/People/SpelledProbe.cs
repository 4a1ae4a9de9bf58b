using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.Domain.People;

/// <summary>What the tokens of a person begin with whom letters spell: one token of initials and one of pinyin.</summary>
/// <param name="Initials">The initial of each piece.</param>
/// <param name="Letters">The longest run of whole syllables, and the beginning of the one after it.</param>
public readonly record struct SpelledProbe(string Initials, string Letters)
{
    internal static SpelledProbe Of(string[] pieces)
    {
        var longest = "";
        for (var start = 0; start < pieces.Length; start++)
        {
            var run = pieces[start];
            for (var place = start; place + 1 < pieces.Length && Syllables.IsWhole(pieces[place]); place++)
            {
                run += pieces[place + 1];
            }

            longest = run.Length > longest.Length ? run : longest;
        }

        return new SpelledProbe(string.Concat(pieces.Select(piece => piece[..1])), longest);
    }
}
