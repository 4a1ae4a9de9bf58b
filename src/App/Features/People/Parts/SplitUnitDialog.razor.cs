using System.Globalization;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>Splits a unit: for each post and each unit below it is chosen where it goes.</summary>
public sealed partial class SplitUnitDialog(SplitUnit split, ListUnitPosts posts, ListUnitChildren children)
{
    private readonly WhenDraft _when = new();
    private readonly List<SplitDraft> _drafts = [new SplitDraft()];
    private readonly Dictionary<PostId, int> _postsTo = [];
    private readonly Dictionary<UnitId, int> _unitsTo = [];
    private IReadOnlyList<UnitPost> _posts = [];
    private IReadOnlyList<UnitNode> _units = [];
    private bool _isLoading = true;
    private bool _failed;
    private long _version;

    protected override async Task OnInitializedAsync()
    {
        _version = Seen.Version;
        await LoadAsync();
        _isLoading = false;
    }

    // What stands below it in either line.
    private async Task LoadAsync()
    {
        var read = await Loader.TryAsync(async () => new
        {
            Posts = await posts.HandleAsync(Seen.Id, By, CancellationToken.None),
            Below = await children.HandleAsync(new ListUnitChildrenRequest(Seen.Id, Line.Administrative), By, CancellationToken.None),
            Guided = await children.HandleAsync(new ListUnitChildrenRequest(Seen.Id, Line.Business), By, CancellationToken.None),
        });
        _failed = read is null;
        if (read is not null)
        {
            _posts = read.Posts.Match(found => found.Posts, _ => []);
            _units = [.. read.Below.Concat(read.Guided).DistinctBy(unit => unit.Id)];
        }
    }

    private static void Give<T>(Dictionary<T, int> to, T id, ChangeEventArgs chosen)
        where T : struct
    {
        var at = int.Parse(chosen.Value as string ?? "-1", CultureInfo.InvariantCulture);
        if (at < 0)
        {
            to.Remove(id);
        }
        else
        {
            to[id] = at;
        }
    }

    private async Task SaveAsync()
    {
        var parts = _drafts.Select((draft, at) => draft.ToPart(
            _postsTo.Where(post => post.Value == at).Select(post => post.Key), _unitsTo.Where(unit => unit.Value == at).Select(unit => unit.Key)));
        var request = new SplitUnitRequest(Seen.Id, [.. parts], _version) { Reason = _when.Reason, EffectiveOn = _when.On };
        await ActAndCloseAsync(() => split.HandleAsync(request, By, CancellationToken.None), Said(_when, "People.UnitSplit"));
        if (Refused is { Kind: RefusalKind.Conflict })
        {
            await ReadAnewAsync();
        }
    }

    // Somebody changed it: the reason stays on the screen; what is no longer here cannot go over, the other choices stay.
    private async Task ReadAnewAsync()
    {
        _version = (await ReadAsync(Seen.Id))?.Version ?? _version;
        await LoadAsync();
        var (here, below) = (_posts.Select(post => post.Id).ToHashSet(), _units.Select(unit => unit.Id).ToHashSet());
        foreach (var gone in _postsTo.Keys.Where(post => !here.Contains(post)).ToList())
        {
            _postsTo.Remove(gone);
        }

        foreach (var gone in _unitsTo.Keys.Where(unit => !below.Contains(unit)).ToList())
        {
            _unitsTo.Remove(gone);
        }
    }
}
