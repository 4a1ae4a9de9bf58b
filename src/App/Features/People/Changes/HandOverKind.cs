namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>What somebody who goes may leave to a colleague.</summary>
public enum HandOverKind
{
    /// <summary>A post: the colleague gets one like it.</summary>
    Post = 0,

    /// <summary>A work group the person owns.</summary>
    Group = 1,

    /// <summary>The administrator's roles on a unit.</summary>
    Role = 2,

    /// <summary>An open to-do.</summary>
    Todo = 3,
}
