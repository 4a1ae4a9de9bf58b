namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>A row with a meaning for each of its cells.</summary>
public sealed class ImportRow
{
    private static readonly int _fields = Enum.GetValues<ImportField>().Length;

    private readonly ImportCell[] _cells = new ImportCell[_fields];

    public ImportRow(CsvRow source, IReadOnlyList<ImportField?> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(columns);
        Source = source;
        Array.Fill(_cells, new ImportCell("", Clears: false));
        for (var column = 0; column < Math.Min(columns.Count, source.Cells.Count); column++)
        {
            if (columns[column] is { } field)
            {
                _cells[(int)field] = ImportCell.Read(source.Cells[column]);
            }
        }
    }

    public int Number => Source.Number;

    public CsvRow Source { get; }

    /// <summary>What the row says about a field; empty where it has no such cell.</summary>
    public ImportCell this[ImportField field] => _cells[(int)field];
}
