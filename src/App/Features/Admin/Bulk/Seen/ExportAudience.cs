using HaiZhengTong.App.Features.Admin.Bulk.Exports;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Admin.Bulk.Seen;

/// <param name="Rules">Whom to export.</param>
/// <param name="Format">What the table is handed out as.</param>
internal sealed record ExportAudienceRequest(IReadOnlyList<AudienceRule> Rules, SheetFormat Format);

/// <summary>Hands out who meets the rules among those the reader sees: with the posts a rule met, where one did, and else with all that are seen.</summary>
internal sealed class ExportAudience(IDbContextFactory<AppDbContext> databases, SeenSheets sheets, SheetWords words)
{
    public async Task<Result<SheetFile>> HandleAsync(ExportAudienceRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        if (await AudienceReads.CheckAsync(sight, request.Rules, by, cancellationToken) is { } unfit)
        {
            return unfit;
        }

        var people = AudienceQuery.Of(sight, request.Rules);
        if (sheets.Check(await people.CountAsync(cancellationToken)) is { } tooMany)
        {
            return tooMany;
        }

        var rows = await RowsAsync(sight, request.Rules, people, cancellationToken);
        if (sheets.Check(rows.Count) is { } refusal)
        {
            return refusal;
        }

        var sheet = new SeenSheet(words["Bulk.SeenAudience"], "directory:", new { rules = AudienceRuleText.Write(request.Rules) }, request.Format);
        return await sheets.WriteAsync(database, sheet, rows, by, cancellationToken);
    }

    private async Task<List<IReadOnlyList<string>>> RowsAsync(
        Sight sight, IReadOnlyList<AudienceRule> rules, IQueryable<Person> people, CancellationToken cancellationToken)
    {
        var database = sight.Database;
        var names = await people.OrderBy(person => person.NamePy).ThenBy(person => person.Id).Select(person => new { person.Id, person.Name }).ToListAsync(cancellationToken);
        var ids = people.Select(person => person.Id);
        var seen = SeenRows.Seen(sight, database.Posts.Where(post => ids.Contains(post.PersonId)));
        var met = new HashSet<PostId>();
        foreach (var rule in rules.Where(rule => rule is { IsExcluding: false, Kind: AudienceTermKind.Subtree or AudienceTermKind.Duty }))
        {
            met.UnionWith(await AudienceQuery.Posts(sight, rule).Where(post => ids.Contains(post.PersonId)).Select(post => post.Id).ToListAsync(cancellationToken));
        }

        var rows = await SeenRows.ReadAsync(database, seen, await sheets.DutiesAsync(cancellationToken), cancellationToken);
        var meeting = rows.Where(row => met.Contains(row.Post)).Select(row => row.Person).ToHashSet();
        var withPost = rows.Select(row => row.Person).ToHashSet();
        return
        [
            .. rows.Where(row => met.Contains(row.Post) || !meeting.Contains(row.Person)).Select(row => row.Cells),
            .. names.Where(person => !withPost.Contains(person.Id)).Select(person => SeenRows.Of(person.Name)),
        ];
    }
}
