namespace HaiZhengTong.Domain.Admin;

/// <summary>The way an act came in.</summary>
public enum AuditChannel
{
    /// <summary>A browser with a session.</summary>
    Web = 1,

    /// <summary>A program with a bearer token.</summary>
    Api = 2,

    /// <summary>The operator, at the machine itself.</summary>
    Console = 3,

    /// <summary>The suite by itself: planned changes, sync, sweeps.</summary>
    Job = 4,
}
