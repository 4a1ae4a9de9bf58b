using System.Security.Claims;
using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace HaiZhengTong.App.Features.Admin.Bulk.Seen;

/// <summary>What one sees, to take along: for everybody who is signed in.</summary>
internal static class SeenEndpoints
{
    public static void MapSeen(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("/people").ExcludeFromDescription().RequireAuthorization();
        people.MapGet("/units/{unitId:guid}/export.{format}", ExportUnitAsync);
        people.MapPost("/audience/export", ExportAudienceAsync);
    }

    private static async Task<Results<FileStreamHttpResult, RefusalProblem>> ExportUnitAsync(
        Guid unitId, string format, bool? below, ExportSeenUnit export, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        FormatOf(format) is { } asked
            ? Answer(await export.HandleAsync(new ExportSeenUnitRequest(new UnitId(unitId), below ?? false, asked), user.PersonId(), cancellationToken))
            : new Refusal(RefusalKind.NotFound, "People.NoSuchUnit").ToProblem();

    private static async Task<Results<FileStreamHttpResult, RefusalProblem>> ExportAudienceAsync(
        [FromForm] string rules, [FromForm] string format, ExportAudience export, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        AudienceRuleText.Read(rules) is { } read && FormatOf(format) is { } asked
            ? Answer(await export.HandleAsync(new ExportAudienceRequest(read, asked), user.PersonId(), cancellationToken))
            : new Refusal(RefusalKind.Invalid, "Audience.RuleForm").ToProblem();

    private static Results<FileStreamHttpResult, RefusalProblem> Answer(Result<SheetFile> made) => made.Match<Results<FileStreamHttpResult, RefusalProblem>>(
        file => TypedResults.File(file.Content, file.ContentType, file.Name), refusal => refusal.ToProblem());

    private static SheetFormat? FormatOf(string format) => format switch
    {
        "xlsx" => SheetFormat.Xlsx,
        "csv" => SheetFormat.Csv,
        _ => null,
    };
}
