using HaiZhengTong.Domain.People.Bulk;
using Xunit;

namespace HaiZhengTong.Domain.Tests.People.Bulk;

public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\nc,d", "a|b", "c|d")]
    [InlineData("a,b\r\nc,d\r\n", "a|b", "c|d")]
    [InlineData("a,b\rc,d\r", "a|b", "c|d")]
    [InlineData("a,,\n,,c", "a||", "||c")]
    [InlineData("\"a,b\",\"c\"\"d\"\n\"\",x", "a,b|c\"d", "|x")]
    [InlineData("\"two\r\nlines\",b\n", "two\r\nlines|b")]
    [InlineData("a\"b,c", "a\"b|c")]
    [InlineData("\"a\"tail,b", "atail|b")]
    [InlineData("a\n\nb", "a", "", "b")]
    [InlineData("a\0b,c", "a\0b|c")]
    [InlineData("𠮷,𪚥", "𠮷|𪚥")]
    [InlineData("")]
    public void Rows_and_cells_are_told_apart(string text, params string[] rows) =>
        Assert.Equal(rows, Read(text).Select(row => string.Join('|', row.Cells)));

    [Fact]
    public void Empty_rows_are_counted() => Assert.Equal([1, 2, 3], Read("a\n\nb\n").Select(row => row.Number));

    [Theory]
    [InlineData("a,\"b\nc,d\n")]
    [InlineData("\"")]
    public void A_quotation_that_never_ends_breaks_its_row(string text) => Assert.True(Read(text)[^1].IsBroken);

    [Fact]
    public void A_cell_longer_than_any_spreadsheet_holds_breaks_its_row()
    {
        Assert.False(Read(new string('a', CsvReader.MaxCell))[0].IsBroken);
        Assert.True(Read(new string('a', CsvReader.MaxCell + 1))[0].IsBroken);
        Assert.True(Read('"' + new string('a', CsvReader.MaxCell + 1))[0].IsBroken);
    }

    [Theory]
    [InlineData("a,b,c\n1;2;3;4;5", ',')]
    [InlineData("a;b;c", ';')]
    [InlineData("a\tb\tc", '\t')]
    [InlineData("\"a;b;c;d\",e", ',')]
    [InlineData("a", ',')]
    public void The_separator_is_the_one_of_the_headings(string head, char separator) => Assert.Equal(separator, CsvReader.Guess(head));

    private static List<CsvRow> Read(string text)
    {
        using var reader = new StringReader(text);
        return [.. new CsvReader(reader, ',').Read()];
    }
}
