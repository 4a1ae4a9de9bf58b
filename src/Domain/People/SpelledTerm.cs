using HaiZhengTong.Domain.People.Pinyin;

namespace HaiZhengTong.Domain.People;

/// <summary>
/// Letters that are whole syllables here and initials there: "wanghr", "whaoran". No token looks like it, so the search
/// reads the few people its <see cref="Probes"/> find and asks of each name whether it fits.
/// </summary>
public sealed class SpelledTerm
{
    /// <summary>The longest term that is looked at: a long name, and no more.</summary>
    private const int MaxLength = 30;
    private const int MinLength = 3;

    /// <summary>The most characters a name that is typed so has.</summary>
    private const int MaxPieces = 6;
    private const int MaxWays = 4;
    private readonly string _term;

    private SpelledTerm(string term, IReadOnlyList<SpelledProbe> probes) => (_term, Probes) = (term, probes);

    /// <summary>What a fitting person's tokens begin with, for each of the likeliest ways to cut the term.</summary>
    public IReadOnlyList<SpelledProbe> Probes { get; }

    /// <summary>The term; null where it can only be pinyin or initials throughout, or is neither.</summary>
    /// <param name="term">As <see cref="PersonTokens.Term"/> makes it.</param>
    public static SpelledTerm? Of(string term)
    {
        ArgumentNullException.ThrowIfNull(term);
        if (term.Length is < MinLength or > MaxLength || !term.All(char.IsAsciiLetterLower))
        {
            return null;
        }

        // The fewer pieces the likelier.
        var ways = new List<string[]>();
        for (var pieces = 2; pieces <= MaxPieces && ways.Count < MaxWays; pieces++)
        {
            Cut(term, 0, new string[pieces], 0, ways);
        }

        SpelledProbe[] probes = [.. ways.Select(SpelledProbe.Of).Distinct()];
        return probes.Length == 0 ? null : new SpelledTerm(term, probes);
    }

    /// <summary>How the term fits a name.</summary>
    /// <param name="name">The name as written.</param>
    /// <param name="namePy">The kept reading, syllable by syllable.</param>
    public NameFit Fit(string name, string namePy) => NameSpelling.Of(name, namePy).Fit(_term);

    private static void Cut(string term, int at, string[] pieces, int place, List<string[]> ways)
    {
        var left = pieces.Length - place;
        if (left == 0 || ways.Count == MaxWays || term.Length - at < left || term.Length - at > left * Syllables.Longest)
        {
            return;
        }

        if (left == 1)
        {
            pieces[place] = term[at..];
            if (Syllables.IsBeginning(pieces[place]) && IsMixed(pieces))
            {
                ways.Add([.. pieces]);
            }

            return;
        }

        for (var length = Math.Min(Syllables.Longest, term.Length - at - left + 1); length > 0; length--)
        {
            var piece = term.Substring(at, length);
            if (Syllables.IsWhole(piece) || Syllables.IsInitial(piece))
            {
                pieces[place] = piece;
                Cut(term, at + length, pieces, place + 1, ways);
            }
        }
    }

    // Syllables alone are the beginning of the pinyin, single letters alone the initials: both have tokens of their own.
    private static bool IsMixed(string[] pieces) =>
        pieces.SkipLast(1).Any(piece => !Syllables.IsWhole(piece)) && pieces.Any(piece => piece.Length > 1);
}
