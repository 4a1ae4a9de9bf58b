namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <summary>Where an import is on its way.</summary>
public enum ImportState
{
    /// <summary>The columns are given their meaning.</summary>
    Mapping = 0,

    /// <summary>The dry run is under way.</summary>
    Checking = 1,

    /// <summary>Every row's fate is known.</summary>
    Checked = 2,

    /// <summary>It is being written.</summary>
    Writing = 3,

    /// <summary>It is written.</summary>
    Done = 4,
}
