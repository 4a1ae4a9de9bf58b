namespace HaiZhengTong.Domain.People;

/// <summary>How high the division stands that a unit belongs to, told by the division's code (GB/T 2260).</summary>
public enum DivisionLevel
{
    /// <summary>省级.</summary>
    Province = 0,

    /// <summary>地市级.</summary>
    Prefecture = 1,

    /// <summary>县区级.</summary>
    County = 2,

    /// <summary>乡镇、街道.</summary>
    Township = 3,

    /// <summary>村、社区.</summary>
    Village = 4,
}
