using System.Linq.Expressions;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>
/// One list, filtered and ordered in the database. What the database cannot answer is looked at one by one, after it has
/// narrowed the list down by all it can; where too many remain the client is asked for a narrower filter.
/// </summary>
internal sealed class ScimList<TRow, TId>(ScimResourceType type, ScimColumns<TRow> columns, IQueryable<TRow> rows)
{
    /// <summary>The column of the id.</summary>
    public required Expression<Func<TRow, TId>> IdOf { get; init; }

    /// <summary>Whole resources by their ids, in that order; groups with their members only where they are needed.</summary>
    public required Func<IReadOnlyList<TId>, bool, Task<IReadOnlyList<JsonObject>>> LoadAsync { get; init; }

    public async Task<Result<ScimPage>> ReadAsync(ScimQuery query, CancellationToken cancellationToken)
    {
        var filter = string.IsNullOrWhiteSpace(query.Filter) ? default(Result<ScimFilter>?) : ScimFilterParser.Read(query.Filter);
        if ((filter?.Refusal ?? (filter is { } read ? ScimMatch.Check(type, read.Value) : null)) is { } refusal)
        {
            return refusal;
        }

        var (narrowed, rest) = Narrow(filter?.Value);
        if (Order(narrowed, query) is not { } ordered)
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimSort", query.SortBy ?? "");
        }

        var start = Math.Max(query.StartIndex, 1);
        var count = Math.Clamp(query.Count, 0, ScimLimits.MaxPage);
        if (rest.Count > 0)
        {
            return await ScanAsync(ordered, rest, (start, count), query, cancellationToken);
        }

        var total = await narrowed.CountAsync(cancellationToken);
        var ids = count == 0 ? [] : await ordered.Select(IdOf).Skip(start - 1).Take(count).ToListAsync(cancellationToken);
        var items = await LoadAsync(ids, ScimMembership.IsAsked(query.Selection));
        return query.Selection.Names("members") && items.Any(IsCut) ? ScimMembership.TooMany() : new ScimPage(total, start, Shown(items, query.Selection));
    }

    private (IQueryable<TRow> Narrowed, List<ScimFilter> Left) Narrow(ScimFilter? filter)
    {
        var narrowed = rows;
        var rest = new List<ScimFilter>();
        foreach (var term in filter?.Terms() ?? [])
        {
            if (columns.Where(term) is { } test)
            {
                narrowed = narrowed.Where(test);
            }
            else
            {
                rest.Add(term);
            }
        }

        return (narrowed, rest);
    }

    private IOrderedQueryable<TRow>? Order(IQueryable<TRow> narrowed, ScimQuery query) =>
        string.IsNullOrWhiteSpace(query.SortBy) || query.SortBy.Equals("id", StringComparison.OrdinalIgnoreCase)
            ? query.IsDescending ? narrowed.OrderByDescending(IdOf) : narrowed.OrderBy(IdOf)
            : columns.Order(narrowed, query.SortBy, query.IsDescending)?.ThenBy(IdOf);

    private async Task<Result<ScimPage>> ScanAsync(
        IQueryable<TRow> ordered, List<ScimFilter> rest, (int Start, int Count) page, ScimQuery query, CancellationToken cancellationToken)
    {
        var ids = await ordered.Select(IdOf).Take(ScimLimits.MaxScan + 1).ToListAsync(cancellationToken);
        if (ids.Count > ScimLimits.MaxScan)
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimTooMany", ScimLimits.MaxScan);
        }

        var found = new List<JsonObject>();
        var isAboutMembers = rest.Exists(term => term.ToString().Contains("member", StringComparison.OrdinalIgnoreCase));
        foreach (var chunk in ids.Chunk(ScimLimits.MaxPage))
        {
            var items = await LoadAsync(chunk, isAboutMembers || ScimMembership.IsAsked(query.Selection));
            if ((isAboutMembers || query.Selection.Names("members")) && items.Any(IsCut))
            {
                return ScimMembership.TooMany();
            }

            found.AddRange(items.Where(one => rest.TrueForAll(term => ScimMatch.Holds(type, term, one))));
        }

        return new ScimPage(found.Count, page.Start, Shown([.. found.Skip(page.Start - 1).Take(page.Count)], query.Selection));
    }

    // A group whose members did not fit into the answer.
    private bool IsCut(JsonObject item) => type == ScimTypes.Group && item["members"] is null;

    private List<JsonObject> Shown(IReadOnlyList<JsonObject> items, ScimSelection selection) =>
        [.. items.Select(item => selection.Apply(type, item))];
}
