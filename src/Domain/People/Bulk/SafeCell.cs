using System.Buffers;

namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>
/// Cells no spreadsheet takes for a formula: what begins like one gets an apostrophe in front, which reading takes away again.
/// </summary>
public static class SafeCell
{
    private static readonly SearchValues<char> _quoted = SearchValues.Create(",;\t\"\r\n");

    /// <summary>The cell as it may be written.</summary>
    public static string Guard(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IsRisky(text) || IsGuarded(text) ? "'" + text : text;
    }

    /// <summary>The text a written cell stands for.</summary>
    public static string Plain(string cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return IsGuarded(cell) ? cell[1..] : cell;
    }

    /// <summary>The cell between quotation marks where a separated file needs them.</summary>
    public static string Quoted(string text)
    {
        var cell = Guard(text);
        return !cell.AsSpan().ContainsAny(_quoted) && cell.Trim().Length == cell.Length ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>One row of a comma-separated file, with its line end.</summary>
    public static string Row(IEnumerable<string> cells) => string.Join(',', cells.Select(Quoted)) + "\r\n";

    // Full-width signs too: some spreadsheets read them as the narrow ones.
    private static bool IsRisky(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';

    private static bool IsGuarded(string text) => text.Length > 1 && text[0] == '\'' && (IsRisky(text[1..]) || IsGuarded(text[1..]));
}
