namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Says in a few words what a browser is, so that a person recognises it in the list of sessions.</summary>
internal static class DeviceName
{
    // The first mark that fits wins: most browsers also claim to be Chrome and Safari.
    private static readonly (string Mark, string Name)[] _browsers =
    [
        ("Edg/", "Edge"), ("MicroMessenger/", "WeChat"), ("QQBrowser/", "QQ"), ("360SE", "360"), ("OPR/", "Opera"),
        ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] _systems =
    [
        ("HarmonyOS", "HarmonyOS"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"),
        ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        var names = new[] { Find(_browsers, userAgent), Find(_systems, userAgent) }.OfType<string>();
        return string.Join(" · ", names);
    }

    private static string? Find((string Mark, string Name)[] known, string? text) =>
        known.FirstOrDefault(entry => text?.Contains(entry.Mark, StringComparison.Ordinal) == true).Name;
}
