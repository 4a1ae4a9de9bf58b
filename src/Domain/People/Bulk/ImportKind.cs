namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>What the lines of a file are.</summary>
public enum ImportKind
{
    /// <summary>One unit a line.</summary>
    Units = 0,

    /// <summary>One post of a person a line.</summary>
    People = 1,
}
