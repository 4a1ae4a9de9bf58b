namespace HaiZhengTong.App.Features.Admin.Bulk.Exports;

/// <summary>What a table is handed out as.</summary>
internal enum SheetFormat
{
    /// <summary>Comma-separated, UTF-8 with its mark.</summary>
    Csv = 0,

    /// <summary>A workbook.</summary>
    Xlsx = 1,
}
