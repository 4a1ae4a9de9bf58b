using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Shell;

/// <summary>Keeps a person's language and look in cookies: known before the first byte, without asking the database.</summary>
internal static class LookEndpoints
{
    /// <summary>Values that are not known become the defaults; the form offers no others.</summary>
    public static RedirectHttpResult Save(
        [FromForm] string? theme,
        [FromForm] string? type,
        [FromForm] string? language,
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
        context.Response.Cookies.Append(Look.Cookie, Look.Parse($"{theme}.{type}").ToString(), cookie);

        var cultures = localization.Value.SupportedUICultures ?? [];
        if (cultures.FirstOrDefault(known => known.Name == language) is { } culture)
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture)),
                cookie);
        }

        return TypedResults.LocalRedirect("/profile");
    }
}
