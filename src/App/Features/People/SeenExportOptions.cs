using System.ComponentModel.DataAnnotations;

namespace HaiZhengTong.App.Features.People;

/// <summary>How much of the directory one may take along at once.</summary>
internal sealed class SeenExportOptions
{
    public const string Section = "DirectoryExport";

    /// <summary>The most rows of one export; 0 lets nobody export what he or she merely sees.</summary>
    [Range(0, 1_000_000)]
    public int MaxRows { get; set; } = 5_000;
}
