using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Mvc;

namespace HaiZhengTong.App.Hosting;

/// <summary>Writes problem details (RFC 9457): one shape for every refusal a program meets.</summary>
internal static class Problems
{
    public static Task WriteAsync(HttpContext context, int status, Refusal refusal)
    {
        var texts = context.RequestServices.GetRequiredService<Texts>();
        var problem = new ProblemDetails { Status = status, Title = texts.Of(refusal) };
        problem.Extensions["code"] = refusal.TextKey;
        problem.Extensions["traceId"] = context.TraceIdentifier;
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    /// <summary>Gives the framework's own refusals (a body that cannot be read, an unknown address) the same words.</summary>
    public static void Customise(ProblemDetailsContext context)
    {
        var status = context.ProblemDetails.Status ?? context.HttpContext.Response.StatusCode;
        var key = Key(status);
        var texts = context.HttpContext.RequestServices.GetRequiredService<Texts>();
        context.ProblemDetails.Type = null;
        context.ProblemDetails.Title = texts[key];
        context.ProblemDetails.Detail = null;
        context.ProblemDetails.Extensions["code"] = key;
        context.ProblemDetails.Extensions["traceId"] = context.HttpContext.TraceIdentifier;
    }

    private static string Key(int status) => status switch
    {
        400 or 422 => "OpenPlatform.Unreadable",
        401 => "OpenPlatform.SignInFirst",
        403 => "OpenPlatform.NotAllowed",
        404 => "OpenPlatform.NoSuchAddress",
        405 => "OpenPlatform.NoSuchMethod",
        413 => "OpenPlatform.TooLarge",
        415 => "OpenPlatform.NotJson",
        429 => "OpenPlatform.TooMany",
        _ => "OpenPlatform.Failed",
    };
}
