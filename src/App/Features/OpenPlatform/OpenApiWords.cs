using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>What the description of our doors (OpenAPI 3.1) says beyond the doors themselves.</summary>
internal static class OpenApiWords
{
    private const string Scheme = "bearer";

    public static void Apply(OpenApiOptions options)
    {
        options.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "海政通 Hai Zheng Tong";
            document.Info.Version = "v1";
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
            document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = Scheme,
                Description = "A token made in the profile, or by ./run.sh token ACCOUNT.",
            };
            document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
            return Task.CompletedTask;
        });
    }
}
