namespace HaiZhengTong.App.Shell;

/// <summary>The doors every page needs: static files and the pages themselves.</summary>
internal static class ShellEndpoints
{
    public static void MapShell(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapPost("/profile/look", LookEndpoints.Save).AllowAnonymous();

        // Compression would cost some 250 kB of native memory for every open page.
        app.MapRazorComponents<Root>()
            .AddInteractiveServerRenderMode(options => options.DisableWebSocketCompression = true);
    }
}
