using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People;

/// <param name="Text">What was typed: a part of the name, pinyin, initials, an account, a phone's last digits; with further words, of a unit or a title, in any order.</param>
/// <param name="By">Who searches; colleagues come first.</param>
/// <param name="Take">How many people at most.</param>
/// <param name="WithUnits">Whether units are looked for too.</param>
public sealed record SearchPeopleRequest(string Text, PersonId By, int Take = SearchPeople.DefaultTake, bool WithUnits = true)
{
    /// <summary>Look there only; null for the whole province. Of a unit the searcher does not see nothing is found.</summary>
    public UnitReach? Within { get; init; }
}

/// <summary>Finds people as one types, over the whole province.</summary>
/// <remarks>
/// Every token begins a short range of one B-tree per kind of token, so the best kinds are read first and each costs a
/// few rows however many people the term would fit. What a reader wants of a popular term is a colleague: those are read
/// on their own.
/// </remarks>
public sealed class SearchPeople(IDbContextFactory<AppDbContext> databases, UnitNames units, PostTitles titles, OwnContacts contacts)
{
    public const int DefaultTake = 20;
    public const int MaxTake = 50;
    private const int MaxUnits = 4;

    public async Task<SearchHits> HandleAsync(SearchPeopleRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var ranges = TokenRange.All(request.Text);
        if (ranges.Count == 0)
        {
            return SearchHits.None;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, request.By, cancellationToken);
        if (request.Within is { } reach && !await sight.SeesAsync(reach.Unit, cancellationToken))
        {
            return SearchHits.None;
        }

        var searcher = new Searcher(
            sight,
            await SearchCandidates.OfficeOfAsync(database, request.By, cancellationToken),
            await contacts.OfAsync(database, request.By, cancellationToken))
        {
            Within = request.Within,
        };
        var candidates = new SearchCandidates(database, searcher);
        foreach (var range in ranges)
        {
            await AddAsync(range, request.Take, searcher, candidates, cancellationToken);
        }

        var words = await new JoinedWords(units, titles).CutAsync(SearchWords.Of(request.Text), cancellationToken);
        await new WordCandidates(searcher, units, titles, candidates, new TitleCandidates(database, candidates, searcher)).AddAsync(words, cancellationToken);

        var people = await candidates.ReadAsync(ranges, Math.Clamp(request.Take, 1, MaxTake), cancellationToken);
        var unitHits = request.WithUnits ? await UnitsAsync(searcher, request.Text, words, cancellationToken) : [];
        return new SearchHits(unitHits, people);
    }

    private static async Task AddAsync(TokenRange range, int take, Searcher searcher, SearchCandidates candidates, CancellationToken cancellationToken)
    {
        var database = searcher.Sight.Database;
        var names = new FittingNames(database, candidates, searcher);
        if (searcher.Within is { } reach)
        {
            await new ReachCandidates(database, candidates, names, searcher).AddAsync(range, reach, cancellationToken);
            await candidates.AddNearAsync(range, cancellationToken);
            return;
        }

        await candidates.AddBestAsync(range, cancellationToken);
        await candidates.AddNearAsync(range, cancellationToken);
        if (MixedTerm.Of(range.From) is { } mixed)
        {
            await new MixedCandidates(database, names).AddAsync(mixed, cancellationToken);
        }

        if (candidates.Count < take && SpelledTerm.Of(range.From) is { } spelled)
        {
            await new SpelledCandidates(database, names).AddAsync(spelled, cancellationToken);
        }
    }

    // "省 教育厅" is one name cut in two, "三亚 教育局" an office and where it stands.
    private async Task<IReadOnlyList<UnitHit>> UnitsAsync(Searcher searcher, string text, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var found = await units.FindSeenAsync(searcher, text, MaxUnits, cancellationToken);
        return found.Count == 0 && words.Count > 1 ? await units.FindSeenAsync(searcher, words, MaxUnits, cancellationToken) : found;
    }
}
