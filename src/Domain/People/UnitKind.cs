namespace HaiZhengTong.Domain.People;

/// <summary>What a unit is.</summary>
public enum UnitKind
{
    /// <summary>A division's own node: province, prefecture, county, township.</summary>
    Division = 0,

    /// <summary>A heading that gathers offices: 省政府机关, 群团组织.</summary>
    Section = 1,

    /// <summary>An office with a name of its own (单位): 厅, 局, 委, 街道办.</summary>
    Office = 2,

    /// <summary>A department inside an office (部门): 处, 科, 室.</summary>
    Department = 3,

    /// <summary>A villagers' or residents' committee (村、社区).</summary>
    Village = 4,

    /// <summary>A task force for a time (专班).</summary>
    TaskForce = 5,
}
