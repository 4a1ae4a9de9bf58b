using System.Security.Claims;
using HaiZhengTong.App.Features.People.Answers;
using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaiZhengTong.App.Features.People;

/// <summary>The directory for programs.</summary>
internal static class PeopleEndpoints
{
    private const int DefaultPage = 200;

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("/api/v1/people").WithTags("people").RequireAuthorization();
        people.MapGet("/search", SearchAsync).WithSummary("Find people and units by any part of a name, pinyin, initials or a phone's last digits");
        people.MapGet("/{personId}", ReadPersonAsync).WithSummary("One person's card; the mobile number is masked");

        app.MapCards();

        var units = app.MapGroup("/api/v1/units").WithTags("units").RequireAuthorization();
        units.MapGet("/", ListTopAsync).WithSummary("The units at the top of a line");
        units.MapGet("/{unitId}", ReadUnitAsync).WithSummary("One unit and the way down to it");
        units.MapGet("/{unitId}/children", ListChildrenAsync).WithSummary("The units right below one, a page at a time");
        units.MapGet("/{unitId}/people", ListPeopleAsync).WithSummary("The people of a unit and its inner departments, by rank, a page at a time");
    }

    private static async Task<Results<Ok<SearchAnswer>, RefusalProblem>> SearchAsync(
        [AsParameters] SearchQuery query, SearchPeople search, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(query.Q) || DirectoryAddress.LineOf(query.Line) is not { } line)
        {
            return new Refusal(RefusalKind.Invalid, string.IsNullOrWhiteSpace(query.Q) ? "People.SearchEmpty" : "People.NoSuchLine").ToProblem();
        }

        var request = new SearchPeopleRequest(query.Q, user.PersonId(), query.Take ?? SearchPeople.DefaultTake)
        {
            Within = query.Unit is { } unit ? new UnitReach(new UnitId(unit), line) : null,
        };
        var hits = await search.HandleAsync(request, cancellationToken);
        return TypedResults.Ok(SearchAnswer.From(hits));
    }

    private static async Task<Results<Ok<PersonAnswer>, RefusalProblem>> ReadPersonAsync(
        Guid personId, ReadPerson people, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var card = await people.HandleAsync(new PersonId(personId), user.PersonId(), cancellationToken);
        return card.Match<Results<Ok<PersonAnswer>, RefusalProblem>>(
            found => TypedResults.Ok(PersonAnswer.From(found)), refusal => refusal.ToProblem());
    }

    private static async Task<Results<Ok<UnitAnswer>, RefusalProblem>> ReadUnitAsync(
        Guid unitId, string? line, ReadUnit units, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (DirectoryAddress.LineOf(line) is not { } along)
        {
            return new Refusal(RefusalKind.Invalid, "People.NoSuchLine").ToProblem();
        }

        var unit = await units.HandleAsync(new UnitId(unitId), along, user.PersonId(), cancellationToken);
        return unit.Match<Results<Ok<UnitAnswer>, RefusalProblem>>(
            found => TypedResults.Ok(UnitAnswer.From(found)), refusal => refusal.ToProblem());
    }

    private static async Task<Results<Ok<Slice<UnitNodeAnswer>>, RefusalProblem>> ListTopAsync(
        [AsParameters] PageQuery query, ListUnitChildren children, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        DirectoryAddress.LineOf(query.Line) is { } line
            ? TypedResults.Ok(await ChildrenAsync(new(null, line, query), children, user.PersonId(), cancellationToken))
            : new Refusal(RefusalKind.Invalid, "People.NoSuchLine").ToProblem();

    private static async Task<Results<Ok<Slice<UnitNodeAnswer>>, RefusalProblem>> ListChildrenAsync(
        Guid unitId, [AsParameters] PageQuery query, ReadUnitPath paths, ListUnitChildren children, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (DirectoryAddress.LineOf(query.Line) is not { } line)
        {
            return new Refusal(RefusalKind.Invalid, "People.NoSuchLine").ToProblem();
        }

        var path = await paths.HandleAsync(new UnitId(unitId), Line.Administrative, user.PersonId(), cancellationToken);
        return path.Count == 0
            ? new Refusal(RefusalKind.NotFound, "People.NoSuchUnit").ToProblem()
            : TypedResults.Ok(await ChildrenAsync(new(new UnitId(unitId), line, query), children, user.PersonId(), cancellationToken));
    }

    private static async Task<Results<Ok<Slice<UnitPersonAnswer>>, RefusalProblem>> ListPeopleAsync(
        Guid unitId, [AsParameters] UnitPeopleQuery query, ReadUnitPath paths, ListUnitPeople people, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (DirectoryAddress.LineOf(query.Line) is not { } line)
        {
            return new Refusal(RefusalKind.Invalid, "People.NoSuchLine").ToProblem();
        }

        var path = await paths.HandleAsync(new UnitId(unitId), Line.Administrative, user.PersonId(), cancellationToken);
        if (path.Count == 0)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchUnit").ToProblem();
        }

        var take = Math.Clamp(query.Take ?? ListUnitPeople.MaxPage, 1, ListUnitPeople.MaxPage);
        var request = new ListUnitPeopleRequest(new UnitId(unitId), query.After is { } after ? new PostId(after) : null, take)
        {
            Line = line,
            WithBelow = query.Below ?? false,
        };
        var page = await people.HandleAsync(request, user.PersonId(), cancellationToken);
        return TypedResults.Ok(new Slice<UnitPersonAnswer>(
            [.. page.Rows.Select(UnitPersonAnswer.From)], page.Rows.Count == take ? page.Rows[^1].PostId.Value : null));
    }

    private static async Task<Slice<UnitNodeAnswer>> ChildrenAsync(
        Level level, ListUnitChildren children, PersonId by, CancellationToken cancellationToken)
    {
        var (parent, line, query) = level;
        var take = Math.Clamp(query.Take ?? DefaultPage, 1, ListUnitChildren.MaxPage);
        var nodes = await children.HandleAsync(
            new ListUnitChildrenRequest(parent, line, query.After is { } after ? new UnitId(after) : null, take), by, cancellationToken);
        return new Slice<UnitNodeAnswer>([.. nodes.Select(UnitNodeAnswer.From)], nodes.Count == take ? nodes[^1].Id.Value : null);
    }

    private sealed record Level(UnitId? Parent, Line Line, PageQuery Query);
}
