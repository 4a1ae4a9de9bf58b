using System.Text;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaiZhengTong.App.Features.People.Contacts;

/// <summary>Cards to take along.</summary>
internal static class CardEndpoints
{
    public static void MapCards(this IEndpointRouteBuilder app)
    {
        app.MapGet("/people/{personId:guid}/card.vcf", DownloadAsync).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/people/{personId:guid}/card.svg", ShowAsync).RequireAuthorization().ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, RefusalProblem>> DownloadAsync(
        Guid personId, HttpContext context, WriteVCard cards, CancellationToken cancellationToken)
    {
        var card = await cards.HandleAsync(new PersonId(personId), context.User.PersonId(), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return card.Match<Results<FileContentHttpResult, RefusalProblem>>(
            found => TypedResults.File(Encoding.UTF8.GetBytes(found.Text), "text/vcard; charset=utf-8", $"{found.Name}.vcf"), refusal => refusal.ToProblem());
    }

    private static async Task<Results<ContentHttpResult, RefusalProblem>> ShowAsync(
        Guid personId, HttpContext context, WriteVCard cards, CancellationToken cancellationToken)
    {
        var card = await cards.HandleAsync(new PersonId(personId), context.User.PersonId(), cancellationToken);
        context.Response.Headers.CacheControl = "no-store";
        return card.Match<Results<ContentHttpResult, RefusalProblem>>(
            found => TypedResults.Content(found.Picture, "image/svg+xml", Encoding.UTF8), refusal => refusal.ToProblem());
    }
}
