using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using HaiZhengTong.App.Features.SignIn;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.App.Shell;
using HaiZhengTong.App.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.WebEncoders;
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
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);

        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization(options =>
            options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddHttpContextAccessor();
        services.AddMudServices();
        services.AddTransient<MudLocalizer, MudTexts>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Problems.Customise);

        // Chinese goes out as itself, not as a row of numbers.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddSingleton<LiveSessions>();
        Meters.Add(services);
        services.AddSingleton<Texts>();

        // Where the operator is spoken to, beside the logs.
        services.AddSingleton(Console.Out);
        services.AddScoped<Toasts>();
        services.AddSingleton<PageLoader>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(_cultures[0]);
            options.SupportedCultures = _cultures;
            options.SupportedUICultures = _cultures;
            options.RequestCultureProviders = [new CookieRequestCultureProvider(), new ApiLanguage()];
        });
    }

    public static void UseHosting(this WebApplication app)
    {
        app.UseProxies();
        if (!app.Environment.IsDevelopment())
        {
            app.UseMiddleware<RequestLog>();
            app.UseHsts();
        }

        app.Use(SecurityHeaders.AddAsync);
        app.UseRequestLocalization();

        // Programs get problem details, people get a page.
        app.UseWhen(Schemes.IsForPrograms, branch => branch.UseExceptionHandler().UseStatusCodePages());
        app.UseWhen(context => !Schemes.IsForPrograms(context), branch => branch
            .UseExceptionHandler("/error", createScopeForErrors: true)
            .UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true));

        app.Use(StatusRequests.ReadAsync);

        // Named here so that a page shown in place of another one is routed again.
        app.UseRouting();
        app.UseAuthentication();
        app.Use(AuditOrigins.NoteAsync);
        app.UseAuthorization();
        app.Use(InitialPasswordGate.CheckAsync);
        app.Use(OwnOrigin.CheckAsync);
        app.UseMiddleware<LiveConnections>();
        app.UseAntiforgery();
        app.Use(StaleForms.AnswerAsync);
    }
}
