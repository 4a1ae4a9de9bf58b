using Microsoft.Playwright;

namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>The machine's own Chromium, with a camera and a microphone that are not real.</summary>
internal static class Chrome
{
    private static readonly string[] _places =
    [
        Environment.GetEnvironmentVariable("HZT_CHROMIUM") ?? "", "/usr/lib/chromium/chromium", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = Array.Find(_places, File.Exists)
            ?? throw new InvalidOperationException("Chromium is missing. Install the package chromium, or name the program in HZT_CHROMIUM."),
        Args =
        [
            "--use-fake-device-for-media-stream=fps=15", "--use-fake-ui-for-media-stream", "--allow-loopback-in-peer-connection",
            .. Environment.IsPrivilegedProcess ? ["--no-sandbox"] : Array.Empty<string>(),
        ],
    });
}
