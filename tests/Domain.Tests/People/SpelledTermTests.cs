using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using Xunit;

namespace HaiZhengTong.Domain.Tests.People;

public sealed class SpelledTermTests
{
    [Theory]
    [InlineData("wanghr", "王浩然", NameFit.Whole)]
    [InlineData("whaoran", "王浩然", NameFit.Whole)]
    [InlineData("whran", "王浩然", NameFit.Whole)]
    [InlineData("whao", "王浩然", NameFit.Beginning)]
    [InlineData("whaor", "李王浩然", NameFit.Inside)]
    [InlineData("ouyyaq", "欧阳雅琪", NameFit.Whole)]
    [InlineData("zhsan", "张三", NameFit.Whole)]
    [InlineData("zhshf", "张少芳", NameFit.Whole)]
    [InlineData("lvpfei", "吕鹏飞", NameFit.Whole)]
    [InlineData("fan", "方安", NameFit.Whole)]
    [InlineData("shanwq", "单婉清", NameFit.Whole)]
    [InlineData("ouyyaq", "歐陽雅琪", NameFit.Whole)]
    [InlineData("wanghx", "王浩然", NameFit.None)]
    [InlineData("wanghr", "王海", NameFit.None)]
    public void Letters_fit_the_name_they_spell(string typed, string name, NameFit fit)
    {
        var term = SpelledTerm.Of(PersonTokens.Term(typed))!;

        Assert.Equal(fit, term.Fit(name, PersonName.Of(name).SortKey));
    }

    [Fact]
    public void Every_way_of_shortening_a_name_leads_to_it()
    {
        foreach (var name in new[] { "王浩然", "欧阳雅琪", "单婉清", "张少芳", "方安", "西安娜", "吕鹏飞" })
        {
            var tokens = PersonTokens.Of(name, null, null).Select(token => token.Token).ToList();
            foreach (var typed in Shortened(name))
            {
                Assert.True(tokens.Exists(token => token.StartsWith(typed, StringComparison.Ordinal)) || IsLedTo(typed, tokens), $"{typed} does not lead to {name}.");
            }
        }
    }

    [Theory]
    [InlineData("whr")]
    [InlineData("wh")]
    [InlineData("王hr")]
    [InlineData("wang.hr")]
    [InlineData("2077")]
    [InlineData("iuv")]
    [InlineData("wanghrwanghrwanghrwanghrwanghrwanghrwanghr")]
    [InlineData("")]
    public void What_is_of_one_kind_is_not_cut(string typed) => Assert.Null(SpelledTerm.Of(PersonTokens.Term(typed)));

    private static bool IsLedTo(string typed, List<string> tokens) => SpelledTerm.Of(typed) is { } term && term.Probes.Any(probe =>
        tokens.Exists(token => token.StartsWith(probe.Initials, StringComparison.Ordinal))
        && tokens.Exists(token => token.StartsWith(probe.Letters, StringComparison.Ordinal)));

    // Each syllable whole or its first letter.
    private static IEnumerable<string> Shortened(string name)
    {
        var syllables = PersonName.Of(name).SortKey.Split(' ');
        return Enumerable.Range(0, 1 << syllables.Length).Select(ways => string.Concat(
            syllables.Select((syllable, place) => (ways & (1 << place)) == 0 ? syllable : syllable[..1])));
    }
}
