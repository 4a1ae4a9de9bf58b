using HaiZhengTong.Domain.People.Bulk;
using Xunit;

namespace HaiZhengTong.Domain.Tests.People.Bulk;

public sealed class SafeCellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+86 138 0013 2077", "'+86 138 0013 2077")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("王浩", "王浩")]
    [InlineData("'quoted", "'quoted")]
    [InlineData("", "")]
    public void What_looks_like_a_formula_is_written_as_text_and_read_back(string text, string written)
    {
        Assert.Equal(written, SafeCell.Guard(text));
        Assert.Equal(text, SafeCell.Plain(written));
    }

    [Fact]
    public void A_row_reads_back_as_it_was()
    {
        string[] cells = ["=a,b", "say \"hi\"", "two\r\nlines", " space ", "a;b", "𠮷", ""];
        using var reader = new StringReader(SafeCell.Row(cells));

        var row = Assert.Single(new CsvReader(reader, ',').Read());

        Assert.Equal(cells, row.Cells.Select(SafeCell.Plain));
    }

    [Theory]
    [InlineData("-", "", true)]
    [InlineData(" - ", "", true)]
    [InlineData("'-", "-", false)]
    [InlineData("  a \0 b ", "a b", false)]
    [InlineData("", "", false)]
    public void A_cell_says_nothing_a_value_or_that_it_empties(string written, string text, bool clears) =>
        Assert.Equal(new ImportCell(text, clears), ImportCell.Read(written));
}
