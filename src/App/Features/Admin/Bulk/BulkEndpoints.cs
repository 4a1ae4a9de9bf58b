using System.Security.Claims;
using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.Admin.Bulk.Seen;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <summary>The tables to download.</summary>
internal static class BulkEndpoints
{
    public static void MapBulk(this IEndpointRouteBuilder app)
    {
        app.MapSeen();

        var admin = app.MapGroup("/admin").ExcludeFromDescription().RequireAuthorization();
        admin.MapGet("/export/{kind}.{format}", ExportAsync);
        admin.MapGet("/import/template/{kind}.{format}", TemplateAsync);
        admin.MapGet("/import/errors.csv", ErrorsAsync);
    }

    private static async Task<IResult> ExportAsync(
        string kind, string format, ExportDirectory export, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Parse(kind, format) is { } asked
            ? Answer(await export.HandleAsync(asked.Kind, asked.Format, user.PersonId(), cancellationToken))
            : new RefusalProblem(new Refusal(RefusalKind.NotFound, "Admin.NotFound"));

    private static async Task<IResult> TemplateAsync(
        string kind, string format, MakeTemplate make, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Parse(kind, format) is { } asked
            ? Answer(await make.HandleAsync(asked.Kind, asked.Format, user.PersonId(), cancellationToken))
            : new RefusalProblem(new Refusal(RefusalKind.NotFound, "Admin.NotFound"));

    private static async Task<IResult> ErrorsAsync(ListImportErrors errors, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        Answer(await errors.HandleAsync(user.PersonId(), cancellationToken));

    private static IResult Answer(Result<SheetFile> made) => made.Match<IResult>(
        file => Results.File(file.Content, file.ContentType, file.Name), refusal => new RefusalProblem(refusal));

    private static (ImportKind Kind, SheetFormat Format)? Parse(string kind, string format) => (kind, format) switch
    {
        ("units", "csv") => (ImportKind.Units, SheetFormat.Csv),
        ("units", "xlsx") => (ImportKind.Units, SheetFormat.Xlsx),
        ("people", "csv") => (ImportKind.People, SheetFormat.Csv),
        ("people", "xlsx") => (ImportKind.People, SheetFormat.Xlsx),
        _ => null,
    };
}
