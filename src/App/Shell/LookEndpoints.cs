using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Shell;

/// <summary>Keeps a person's language and look in cookies: known before the first byte, without asking the database.</summary>
internal static class LookEndpoints
{
    /// <summary>What the form leaves out stays as it was; values that are not known become the defaults.</summary>
    public static RedirectHttpResult Save(
        [FromForm] LookForm form,
        HttpContext context,
        IOptions<RequestLocalizationOptions> localization)
    {
        var cookie = new CookieOptions
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            HttpOnly = true,
            IsEssential = true,
            Secure = context.Request.IsHttps,
            Path = "/",
        };
        var before = Look.Parse(context.Request.Cookies[Look.Cookie]);
        var look = Look.Parse($"{form.Theme ?? before.Theme}.{form.Type ?? before.Type}");
        context.Response.Cookies.Append(Look.Cookie, look.ToString(), cookie);

        var cultures = localization.Value.SupportedUICultures ?? [];
        if (cultures.FirstOrDefault(known => known.Name == form.Language) is { } culture)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                cookie);
        }

        return TypedResults.LocalRedirect(IsOurs(form.ReturnTo) ? form.ReturnTo : "/profile");
    }

    private static bool IsOurs([NotNullWhen(true)] string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..];
}
