using System.Globalization;

namespace HaiZhengTong.App.Hosting;

/// <summary>Reads what an address asks for. What cannot be read is not asked for: a mistyped address is no failure of the server.</summary>
internal static class Asked
{
    public static int? Number(string? typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static long? Place(string? typed) =>
        long.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    public static Guid? Id(string? typed) => Guid.TryParse(typed, out var id) ? id : null;

    public static bool IsTrue(string? typed) => bool.TryParse(typed, out var said) && said;
}
