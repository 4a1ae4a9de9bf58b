using System.Reflection;
using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace HaiZhengTong.App.Hosting;

/// <summary>A refusal as an HTTP answer.</summary>
public sealed class RefusalProblem(Refusal refusal) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    public int? StatusCode => refusal.Status();

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        foreach (var status in (int[])[400, 403, 404, 409])
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
        }
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        return Problems.WriteAsync(httpContext, refusal.Status(), refusal);
    }
}
