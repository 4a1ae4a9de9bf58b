using System.Text;

namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>Reads separated values (RFC 4180) row by row: quoted cells, doubled quotes, all three line ends. Nothing is evaluated.</summary>
public sealed class CsvReader(TextReader reader, char separator)
{
    /// <summary>The longest cell, in characters: what a spreadsheet holds at most.</summary>
    public const int MaxCell = 32_767;

    private readonly char[] _buffer = new char[16 * 1024];
    private readonly StringBuilder _cell = new();
    private int _at;
    private int _length;

    /// <summary>The separator of a file, by its first lines: whichever of comma, semicolon and tab stands there most often outside quotes.</summary>
    public static char Guess(string head)
    {
        ArgumentNullException.ThrowIfNull(head);
        Dictionary<char, int> found = new() { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var isQuoted = false;
        foreach (var letter in head)
        {
            isQuoted ^= letter == '"';
            if (letter is '\r' or '\n' && !isQuoted && found.Values.Max() > 0)
            {
                break;
            }

            if (!isQuoted && found.TryGetValue(letter, out var count))
            {
                found[letter] = count + 1;
            }
        }

        return found.MaxBy(entry => entry.Value).Key;
    }

    /// <summary>All rows, empty ones too.</summary>
    public IEnumerable<CsvRow> Read()
    {
        for (var number = 1; Peek() >= 0; number++)
        {
            yield return ReadRow(number);
        }
    }

    private CsvRow ReadRow(int number)
    {
        var cells = new List<string>();
        while (true)
        {
            var isWhole = Peek() == '"' ? ReadQuoted() : ReadPlain();
            cells.Add(_cell.ToString());
            if (!isWhole)
            {
                return new CsvRow(number, cells, IsBroken: true);
            }

            var end = Next();
            if (end == '\r' && Peek() == '\n')
            {
                Next();
            }

            if (end != separator)
            {
                return new CsvRow(number, cells);
            }
        }
    }

    private bool ReadPlain()
    {
        _cell.Clear();
        while (Peek() is >= 0 and not ('\r' or '\n') and var letter && letter != separator && _cell.Length <= MaxCell)
        {
            _cell.Append((char)Next());
        }

        return _cell.Length <= MaxCell;
    }

    private bool ReadQuoted()
    {
        _cell.Clear();
        Next();
        while (_cell.Length <= MaxCell)
        {
            var letter = Next();
            if (letter < 0)
            {
                return false;
            }

            if (letter != '"')
            {
                _cell.Append((char)letter);
            }
            else if (Peek() == '"')
            {
                _cell.Append((char)Next());
            }
            else
            {
                return ReadTail();
            }
        }

        return false;
    }

    // What stands between the closing quote and the separator belongs to the cell, as spreadsheets read it.
    private bool ReadTail()
    {
        while (Peek() is >= 0 and not ('\r' or '\n') and var letter && letter != separator && _cell.Length <= MaxCell)
        {
            _cell.Append((char)Next());
        }

        return _cell.Length <= MaxCell;
    }

    private int Peek()
    {
        if (_at == _length)
        {
            _length = reader.Read(_buffer);
            _at = 0;
        }

        return _length == 0 ? -1 : _buffer[_at];
    }

    private int Next()
    {
        var letter = Peek();
        _at += letter < 0 ? 0 : 1;
        return letter;
    }
}
