using System.Globalization;
using HaiZhengTong.App.Ui;
using Microsoft.AspNetCore.Localization;
using MudBlazor;
using MudBlazor.Services;

namespace HaiZhengTong.App.Hosting;

/// <summary>What the host itself needs, whatever features it carries.</summary>
internal static class HostingServices
{
    private static readonly CultureInfo[] _cultures = [new("zh-CN"), new("en-US")];

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(options =>
        {
            options.ValidateScopes = true;
            options.ValidateOnBuild = true;
        });
        builder.WebHost.UseStaticWebAssets();

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddAuthentication();
        services.AddAuthorization();
        services.AddHttpContextAccessor();
        services.AddMudServices();
        services.AddTransient<MudLocalizer, MudTexts>();
        services.AddProblemDetails();
        services.AddSingleton<Texts>();
        services.AddScoped<Toasts>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(_cultures[0]);
            options.SupportedCultures = _cultures;
            options.SupportedUICultures = _cultures;
            options.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
    }

    public static void UseHosting(this WebApplication app)
    {
        // Programs get problem details, people get a page.
        app.UseWhen(IsForPrograms, branch => branch.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !IsForPrograms(context), branch => branch
            .UseExceptionHandler("/error", createScopeForErrors: true)
            .UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));

        // Named here so that a page shown in place of another one is routed again.
        app.UseRouting();
        app.UseRequestLocalization();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    private static bool IsForPrograms(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
