using HaiZhengTong.Domain.People.Bulk;
using Xunit;

namespace HaiZhengTong.Domain.Tests.People.Bulk;

public sealed class ImportFieldsTests
{
    [Fact]
    public void Headings_are_recognised_in_both_languages_whatever_stands_beside_them()
    {
        Assert.Equal(
            [ImportField.Account, ImportField.Name, ImportField.Mobile, null, ImportField.Unit],
            ImportFields.Guess(ImportKind.People, ["账号（必填）", " 姓名 ", "手机号码", "星座", "所在单位"]));
        Assert.Equal(
            [ImportField.Unit, ImportField.Name, ImportField.ShortName, ImportField.Superior],
            ImportFields.Guess(ImportKind.Units, ["Unit *", "NAME", "Short name", "Superior"]));
    }

    [Fact]
    public void A_field_is_given_to_one_column_only() =>
        Assert.Equal([ImportField.Name, null], ImportFields.Guess(ImportKind.People, ["姓名", "名称"]));

    [Fact]
    public void What_a_file_must_have_is_named()
    {
        Assert.Equal([ImportField.Unit, ImportField.Title], ImportFields.Missing(ImportKind.People, [ImportField.Account, ImportField.Name, null]));
        Assert.Equal([ImportField.Parent], ImportFields.Missing(ImportKind.Units, [ImportField.Name]));
        Assert.Empty(ImportFields.Missing(ImportKind.Units, [ImportField.Unit]));
    }

    [Theory]
    [InlineData("海南省/省教育厅", 2)]
    [InlineData("/海南省／省教育厅 / 办公室/", 3)]
    [InlineData("海南省//办公室", 0)]
    public void A_path_falls_into_its_names(string path, int names) => Assert.Equal(names, UnitWords.Names(path).Count);
}
