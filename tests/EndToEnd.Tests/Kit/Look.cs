using Microsoft.Playwright;

namespace HaiZhengTong.EndToEnd.Tests.Kit;

/// <summary>How a browser is set up.</summary>
internal static class Look
{
    public static BrowserNewContextOptions Of(Uri address, string? cookies = null, int width = 1440, int height = 900, bool dark = false) => new()
    {
        BaseURL = address.ToString(),
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
        ViewportSize = new ViewportSize { Width = width, Height = height },
        ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        StorageState = cookies,
    };
}
