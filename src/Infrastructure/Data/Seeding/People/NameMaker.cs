using System.Text;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>Invents names with the surnames' real frequencies: Hainan's own first, compound and oddly read ones too.</summary>
internal sealed class NameMaker
{
    private readonly List<string> _surnames = [];
    private readonly string[] _men;
    private readonly string[] _women;
    private readonly string[] _rare;

    public NameMaker()
    {
        var sections = new Dictionary<string, List<string>>();
        var current = "";
        foreach (var line in SeedFile.Lines("Names.txt"))
        {
            if (line[0] == '[')
            {
                sections[current = line] = [];
            }
            else
            {
                sections[current].Add(line);
            }
        }

        // One entry for each point of weight, so that a pick is one look-up.
        foreach (var row in sections["[surnames]"].Select(line => line.Split(' ')))
        {
            _surnames.AddRange(Enumerable.Repeat(row[0], row[1].Length == 1 ? row[1][0] - '0' : ((row[1][0] - '0') * 10) + row[1][1] - '0'));
        }

        _men = Characters(sections["[men]"]);
        _women = Characters(sections["[women]"]);
        _rare = Characters(sections["[rare]"]);
    }

    public SeedName Make(SeedRandom random)
    {
        var surname = random.Pick(_surnames);
        var given = random.Chance(450) ? _women : _men;
        var first = random.Chance(4) ? random.Pick(_rare) : random.Pick(given);
        if (random.Chance(surname.Length > 1 ? 400 : 200))
        {
            return new SeedName(surname, first);
        }

        return new SeedName(surname, first + (random.Chance(15) ? first : random.Pick(given)));
    }

    private static string[] Characters(List<string> lines) =>
        [.. lines.SelectMany(line => line.EnumerateRunes()).Where(rune => !Rune.IsWhiteSpace(rune)).Select(rune => rune.ToString())];
}
