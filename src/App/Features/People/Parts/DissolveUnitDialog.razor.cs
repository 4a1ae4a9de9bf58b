using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>Ends a unit: an empty one by itself, any other with a successor.</summary>
public sealed partial class DissolveUnitDialog(DissolveUnit dissolve, PreviewMerge preview, ReadUnitStakes stakes)
{
    private readonly WhenDraft _when = new();
    private UnitStakes? _stakes;
    private UnitHit? _successor;
    private IReadOnlyList<(string Name, int Count)>? _counts;
    private string? _problem;
    private long _version;

    private bool IsReady => _stakes is { IsEmpty: true } || (_successor is not null && _counts is not null);

    protected override async Task OnInitializedAsync()
    {
        _version = Seen.Version;
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        var read = await Loader.TryAsync(async () => new { Found = await stakes.HandleAsync(Seen.Id, By, CancellationToken.None) });
        (_stakes, _problem) = read is null
            ? (null, T["Ui.NotDone"])
            : read.Found.Match<(UnitStakes?, string?)>(found => (found, null), refusal => (null, T.Of(refusal)));
    }

    private async Task ChooseAsync(UnitHit? successor)
    {
        (_successor, _counts, _problem) = (successor, null, null);
        if (successor is not null)
        {
            var request = new MergeUnitsRequest(successor.Id, [new SeenUnit(Seen.Id, _version)]);
            var tried = await Loader.TryAsync(async () => new { Found = await preview.HandleAsync(request, By, CancellationToken.None) });
            (_counts, _problem) = tried is null
                ? (null, T["Ui.NotDone"])
                : tried.Found.Match<(IReadOnlyList<(string, int)>?, string?)>(tally => (tally.Counts, null), refusal => (null, T.Of(refusal)));
        }
    }

    private async Task SaveAsync()
    {
        var request = new DissolveUnitRequest(Seen.Id, _successor?.Id, _version) { Reason = _when.Reason, EffectiveOn = _when.On };
        await ActAndCloseAsync(() => dissolve.HandleAsync(request, By, CancellationToken.None), Said(_when, "People.UnitDissolved"));
        if (Refused is { Kind: RefusalKind.Conflict })
        {
            // Somebody changed it: what hangs on it is counted anew, and pressing again is a decision now.
            _version = (await ReadAsync(Seen.Id))?.Version ?? _version;
            await LoadAsync();
            await ChooseAsync(_successor);
        }
    }
}
