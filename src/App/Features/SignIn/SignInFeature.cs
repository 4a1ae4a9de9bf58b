using HaiZhengTong.App.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Everything sign-in adds to the host.</summary>
internal static class SignInFeature
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>().BindConfiguration(SignInOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AttemptLimit>();
        services.AddSingleton<ChangePassword>();
        services.AddSingleton<EndSession>();
        services.AddSingleton<ListSessions>();
        services.AddSingleton<MakeFirstAdministrator>();
        services.AddSingleton<RemoveStaleSignIns>();
        services.AddSingleton<SessionCheck>();
        services.AddSingleton<SetupCode>();
        services.AddSingleton<SignInWithPassword>();
        services.AddSingleton<SourceGuard>();
        services.AddHostedService<SessionSweep>();
        services.AddHostedService<SignInCleanup>();
        services.AddScoped<CircuitHandler, SessionCircuit>();
        services.AddAuthentication(options => options.DefaultScheme = Schemes.Either)
            .AddPolicyScheme(Schemes.Either, displayName: null, options =>
                options.ForwardDefaultSelector = context => Schemes.BearerToken(context.Request) is null ? Schemes.Cookie : Schemes.Bearer)
            .AddCookie(Schemes.Cookie, ConfigureCookie);
        return services;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = SessionCookie.Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SlidingExpiration = true;
        options.LoginPath = SignInPage.Path;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = SessionCookie.ValidateAsync;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => AnswerStatus(context, StatusCodes.Status403Forbidden);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (Schemes.IsForPrograms(context.HttpContext))
        {
            return AnswerStatus(context, status);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private static Task AnswerStatus(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
