using HaiZhengTong.App.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>The audit as a file.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder app) =>
        app.MapGet("/admin/audit/export", ExportAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<Results<PushStreamHttpResult, NotFound>> ExportAsync(
        [AsParameters] AuditQuery query, HttpContext context, ExportAudit export, Texts texts, TimeProvider clock)
    {
        var made = await export.HandleAsync(query.Request(null), context.User.PersonId(), context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return made.Match<Results<PushStreamHttpResult, NotFound>>(
            file => TypedResults.Stream(
                stream => AuditCsv.WriteAsync(stream, texts, file.Pages, context.RequestAborted),
                "text/csv; charset=utf-8",
                $"{texts["Admin.ExportName"]}-{Domain.Kernel.ChinaTime.Of(clock.GetUtcNow()):yyyyMMdd-HHmm}.csv"),
            _ => TypedResults.NotFound());
    }
}
