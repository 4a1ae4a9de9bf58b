using Microsoft.AspNetCore.Localization;

namespace HaiZhengTong.App.Hosting;

/// <summary>A program says its language in Accept-Language; a browser's own setting must not change what a person chose.</summary>
internal sealed class ApiLanguage : RequestCultureProvider
{
    private static readonly AcceptLanguageHeaderRequestCultureProvider _header = new();

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Schemes.BearerToken(httpContext.Request) is null ? NullProviderCultureResult : _header.DetermineProviderCultureResult(httpContext);
}
