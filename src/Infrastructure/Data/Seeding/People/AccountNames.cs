using System.Globalization;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>Gives out account names: surname.given, with a number for the second of a kind.</summary>
internal sealed class AccountNames
{
    private readonly Dictionary<string, int> _given = Cast.All.ToDictionary(cast => cast.Account, _ => 1, StringComparer.Ordinal);

    public string Next(SeedName name, PersonName reading)
    {
        var syllables = reading.Spellings[0].Select(syllable => syllable.Replace('ü', 'v')).ToArray();
        var length = Math.Min(name.Surname.Length, syllables.Length);
        var given = string.Concat(syllables[length..]);
        var account = string.Concat(syllables[..length]) + (given.Length == 0 ? "" : "." + given);
        var number = _given[account] = _given.GetValueOrDefault(account) + 1;
        return number == 1 ? account : account + number.ToString(CultureInfo.InvariantCulture);
    }
}
