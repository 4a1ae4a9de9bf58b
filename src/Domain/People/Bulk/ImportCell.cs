using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>What a cell says: nothing (what is there stays), "-" (what is there goes), or a value.</summary>
/// <param name="Text">The value, cleaned; empty when nothing is said.</param>
/// <param name="Clears">True for "-".</param>
public readonly record struct ImportCell(string Text, bool Clears)
{
    /// <summary>What empties a field.</summary>
    public const string Clearing = "-";

    public bool IsEmpty => !Clears && Text.Length == 0;

    /// <summary>Reads a written cell.</summary>
    public static ImportCell Read(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Trim();
        return text == Clearing ? new ImportCell("", Clears: true) : new ImportCell(CleanText.Line(SafeCell.Plain(text)), Clears: false);
    }

    /// <summary>The value this cell leaves behind.</summary>
    public string? Over(string? present) => Clears ? null : Text.Length == 0 ? present : Text;
}
