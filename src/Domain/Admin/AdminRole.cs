namespace HaiZhengTong.Domain.Admin;

/// <summary>What an administrator may do.</summary>
public enum AdminRole
{
    /// <summary>Everything, everywhere: units, people, applications, settings.</summary>
    Province = 0,

    /// <summary>Units and people of one subtree.</summary>
    Unit = 1,
}
