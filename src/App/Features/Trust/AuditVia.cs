namespace HaiZhengTong.App.Features.Trust;

/// <summary>Names, for every act of the calling flow, the program it came through; the audit's detail carries it beside the actor.</summary>
internal static class AuditVia
{
    private static readonly AsyncLocal<string?> _current = new();

    /// <summary>The program; null where the actor acts in person.</summary>
    public static string? Current => _current.Value;

    /// <summary>From here on the calling flow acts through this program.</summary>
    public static void Use(string program) => _current.Value = program;
}
