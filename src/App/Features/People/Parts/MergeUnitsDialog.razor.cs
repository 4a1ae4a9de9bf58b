using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>Merges other units into this one; what that takes along is shown before.</summary>
public sealed partial class MergeUnitsDialog(MergeUnits merge, PreviewMerge preview)
{
    private readonly WhenDraft _when = new();
    private readonly List<UnitView> _sources = [];
    private IReadOnlyList<(string Name, int Count)>? _counts;
    private string? _problem;

    private MergeUnitsRequest Request => new(Seen.Id, [.. _sources.Select(source => new SeenUnit(source.Id, source.Version))])
    {
        Reason = _when.Reason,
        EffectiveOn = _when.On,
    };

    private bool Fits(UnitHit hit) => hit.Id != Seen.Id && _sources.TrueForAll(source => source.Id != hit.Id);

    private async Task AddAsync(UnitHit? hit)
    {
        if (hit is null || !Fits(hit) || _sources.Count == MergeUnits.MaxSources)
        {
            return;
        }

        if (await ReadAsync(hit.Id) is { } unit)
        {
            _sources.Add(unit);
            await PreviewAsync();
        }
    }

    private Task TakeOutAsync(UnitView source)
    {
        _sources.Remove(source);
        return PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        (_counts, _problem) = (null, null);
        if (_sources.Count > 0)
        {
            var tried = await Loader.TryAsync(async () => new { Found = await preview.HandleAsync(Request, By, CancellationToken.None) });
            (_counts, _problem) = tried is null
                ? (null, T["Ui.NotDone"])
                : tried.Found.Match<(IReadOnlyList<(string, int)>?, string?)>(tally => (tally.Counts, null), refusal => (null, T.Of(refusal)));
        }
    }

    private async Task SaveAsync()
    {
        await ActAndCloseAsync(() => merge.HandleAsync(Request, By, CancellationToken.None), Said(_when, "People.UnitsMerged"));
        if (Refused is { Kind: RefusalKind.Conflict })
        {
            await ReadAnewAsync();
        }
    }

    // Somebody changed one of them: the reason stays on the screen, and beside it what the merge would take along now.
    private async Task ReadAnewAsync()
    {
        for (var at = 0; at < _sources.Count; at++)
        {
            _sources[at] = await ReadAsync(_sources[at].Id) ?? _sources[at];
        }

        await PreviewAsync();
    }
}
