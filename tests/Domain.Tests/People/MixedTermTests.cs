using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using Xunit;

namespace HaiZhengTong.Domain.Tests.People;

public sealed class MixedTermTests
{
    [Theory]
    [InlineData("wang浩", "王浩然", NameFit.Beginning)]
    [InlineData("wang浩", "王浩", NameFit.Whole)]
    [InlineData("wang浩", "李浩然", NameFit.None)]
    [InlineData("王hr", "王浩然", NameFit.Whole)]
    [InlineData("王haor", "王浩然", NameFit.Whole)]
    [InlineData("王hr", "李王浩然", NameFit.Inside)]
    [InlineData("w浩然", "王浩然", NameFit.Whole)]
    [InlineData("wang浩r", "王浩然", NameFit.Whole)]
    [InlineData("欧阳yq", "欧阳雅琪", NameFit.Whole)]
    [InlineData("ouyang雅", "欧阳雅琪", NameFit.Beginning)]
    [InlineData("单wq", "单婉清", NameFit.Whole)]
    [InlineData("吕pin", "吕品", NameFit.Whole)]
    [InlineData("lv品", "吕品", NameFit.Whole)]
    [InlineData("lu品", "吕品", NameFit.Whole)]
    [InlineData("区d", "区𬭊", NameFit.Whole)]
    [InlineData("ou𬭊", "区𬭊", NameFit.Whole)]
    [InlineData("王hx", "王浩然", NameFit.None)]
    public void A_word_of_characters_and_letters_fits_the_name_it_spells(string typed, string name, NameFit fit)
    {
        var term = MixedTerm.Of(PersonTokens.Term(typed))!;

        Assert.Equal(fit, term.Fit(name, PersonName.Of(name).SortKey));
    }

    [Theory]
    [InlineData("wang浩")]
    [InlineData("王hr")]
    [InlineData("欧阳yq")]
    [InlineData("单wq")]
    [InlineData("w浩然")]
    [InlineData("吕pin")]
    public void One_of_its_probes_leads_to_whom_it_spells(string typed)
    {
        string[] names = ["王浩然", "欧阳雅琪", "单婉清", "吕品"];
        var term = MixedTerm.Of(PersonTokens.Term(typed))!;

        var found = names.Where(name => PersonTokens.Of(name, null, null)
            .Any(token => term.Probes.Any(probe => token.Token.StartsWith(probe, StringComparison.Ordinal))));

        Assert.Contains(found, name => term.Fit(name, PersonName.Of(name).SortKey) != NameFit.None);
    }

    [Fact]
    public void A_reading_the_person_gave_counts_too()
    {
        var term = MixedTerm.Of("任chong")!;

        Assert.Equal((NameFit.Whole, NameFit.None), (term.Fit("任重", "ren chong"), MixedTerm.Of("任shan")!.Fit("任重", "ren chong")));
    }

    [Theory]
    [InlineData("wang")]
    [InlineData("王浩")]
    [InlineData("王3")]
    [InlineData("a.王")]
    [InlineData("")]
    public void A_word_of_one_kind_or_with_digits_and_signs_is_not_mixed(string typed) => Assert.Null(MixedTerm.Of(PersonTokens.Term(typed)));

    [Theory]
    [InlineData("歐陽龍", "欧阳龙")]
    [InlineData("三亞教育廳", "三亚教育厅")]
    [InlineData("王浩然", "王浩然")]
    [InlineData("區𬭊abc１", "区𬭊abc１")]
    public void Traditional_characters_are_made_simplified_one_by_one(string typed, string simplified) =>
        Assert.Equal(simplified, SimplifiedScript.Of(typed));

    [Theory]
    [InlineData("三亚 教育局 局长", "三亚", "教育局", "局长")]
    [InlineData("局长　王", "局长", "王")]
    [InlineData("教育厅、处长，", "教育厅", "处长")]
    [InlineData("wang'hao'ran", "wang'hao'ran")]
    [InlineData("王 王 · '", "王")]
    [InlineData("a b c d e f g", "a", "b", "c", "d", "e")]
    [InlineData("  ")]
    public void What_was_typed_is_cut_into_words(string typed, params string[] words) => Assert.Equal(words, SearchWords.Of(typed));

    [Theory]
    [InlineData("wang'hao'ran")]
    [InlineData("wang‘hao’ran")]
    [InlineData("ｗａｎｇ＇ｈａｏ＇ｒａｎ")]
    [InlineData("Wang Hao　Ran")]
    [InlineData("wáng hào rán")]
    public void Pinyin_typed_with_the_input_method_still_on_is_pinyin(string typed) => Assert.Equal("wanghaoran", PersonTokens.Term(typed));
}
