namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>One row of a table, from a text file or a workbook.</summary>
/// <param name="Number">The row's number as a spreadsheet shows it, from 1, empty rows counted.</param>
/// <param name="Cells">Its cells as written.</param>
/// <param name="IsBroken">True when a quotation was opened and never closed, or a cell is longer than any spreadsheet holds.</param>
public sealed record CsvRow(int Number, IReadOnlyList<string> Cells, bool IsBroken = false)
{
    /// <summary>True when there is nothing in it.</summary>
    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
