namespace HaiZhengTong.Domain.People;

/// <summary>How far an act upon the directory is.</summary>
public enum DirectoryChangeState
{
    /// <summary>Waits for its day.</summary>
    Planned = 0,

    Done = 1,

    /// <summary>Its day came and it could not be carried out; the reason is kept.</summary>
    Failed = 2,

    /// <summary>Taken off the plan before its day.</summary>
    Cancelled = 3,

    /// <summary>Done, and taken back.</summary>
    Undone = 4,
}
