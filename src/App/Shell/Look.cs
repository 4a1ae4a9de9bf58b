namespace HaiZhengTong.App.Shell;

/// <summary>How a person wants the product to look; kept in a cookie so that the first byte already has it.</summary>
/// <param name="Theme">light, dark or system.</param>
/// <param name="Type">normal or big.</param>
internal sealed record Look(string Theme, string Type)
{
    public const string Cookie = "hzt.look";

    private static readonly string[] _themes = ["system", "light", "dark"];
    private static readonly string[] _types = ["normal", "big"];

    public static IReadOnlyList<string> Themes => _themes;

    public static IReadOnlyList<string> Types => _types;

    /// <summary>Reads "dark.big"; whatever is not known becomes the default.</summary>
    public static Look Parse(string? value)
    {
        var parts = (value ?? "").Split('.');
        var theme = Array.Find(_themes, known => known == parts[0]) ?? _themes[0];
        var type = Array.Find(_types, known => parts.Length > 1 && known == parts[1]) ?? _types[0];
        return new Look(theme, type);
    }

    public override string ToString() => $"{Theme}.{Type}";
}
