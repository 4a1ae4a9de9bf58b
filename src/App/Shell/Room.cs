namespace HaiZhengTong.App.Shell;

/// <summary>A room of the product: where it is, its sign, and the key of its name in Ui.</summary>
internal sealed record Room(string Address, string Icon, string Key)
{
    public static readonly Room Workbench = new("/", "grid", "Workbench");
    public static readonly Room Profile = new("/profile", "user", "Profile");
    public static readonly Room Admin = new("/admin", "gear", "Admin");

    private static readonly Room[] _rail =
    [
        new("/chat", "chat", "Chat"), new("/people", "people", "People"), Workbench,
        new("/meetings", "video", "Meetings"), new("/todos", "check", "Todos"),
    ];

    /// <summary>Everybody's rooms, in the order of the rail.</summary>
    public static IReadOnlyList<Room> Rail => _rail;

    /// <summary>The room an address lies in; what has none of its own belongs to the workbench.</summary>
    public static Room At(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var first = "/" + address.Segments.ElementAtOrDefault(1)?.TrimEnd('/');
        return Array.Find([.. _rail, Profile, Admin], room => room.Address == first) ?? Workbench;
    }
}
