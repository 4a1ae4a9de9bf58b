using HaiZhengTong.App.Features.SignIn;

namespace HaiZhengTong.App.Hosting;

/// <summary>What the console says once the doors are open.</summary>
internal static class Greeting
{
    /// <summary>Set by run.sh: a person looks at this console.</summary>
    public const string Wanted = "Greeting";

    public static void Print(WebApplication app, bool isDemo)
    {
        var texts = app.Services.GetRequiredService<Texts>();
        var console = app.Services.GetRequiredService<TextWriter>();
        var address = app.Urls.FirstOrDefault() ?? "";
        if (app.Configuration.GetValue<bool>(Wanted))
        {
            console.WriteLine(texts["Startup.Ready", address]);
        }

        if (isDemo)
        {
            DemoStart.Tell(app);
        }

        // The one way to the first administrator: it goes to whoever holds the console, whatever the logs do.
        if (app.Services.GetRequiredService<SetupCode>().Shown is { } code)
        {
            console.WriteLine(texts["Startup.SetupCode", address.TrimEnd('/') + "/setup", code]);
        }
    }
}
