namespace HaiZhengTong.App.Features.Meetings.Rooms;

/// <summary>How long things are held for somebody who may come back.</summary>
internal static class Grace
{
    /// <summary>A seat whose connection was lost.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromSeconds(15);

    /// <summary>A seat whose page was closed, or is being loaded again.</summary>
    public static readonly TimeSpan Closed = TimeSpan.FromSeconds(5);

    /// <summary>A meeting that everybody left.</summary>
    public static readonly TimeSpan Empty = TimeSpan.FromMinutes(1);

    /// <summary>A meeting that nobody has entered yet, also after a restart of the server.</summary>
    public static readonly TimeSpan Unused = TimeSpan.FromMinutes(5);
}
