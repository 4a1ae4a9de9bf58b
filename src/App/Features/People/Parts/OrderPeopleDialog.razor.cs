using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components.Web;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>Orders the people of a unit: by dragging, by the buttons, or with Alt and the arrows.</summary>
public sealed partial class OrderPeopleDialog(ListUnitPosts list, ReorderPosts reorder)
{
    private List<UnitPost>? _posts;
    private IReadOnlyList<PostId> _seen = [];
    private PostId? _dragged;
    private string? _said;
    private bool _isChanged;

    private bool IsMoved => _posts is not null && !_posts.Select(post => post.Id).SequenceEqual(_seen);

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var read = await ActAsync(() => list.HandleAsync(Unit.Id, By, CancellationToken.None));
        _posts = [.. read?.Posts ?? []];
        _seen = [.. _posts.Select(post => post.Id)];
    }

    private void OnKey(KeyboardEventArgs key, int at)
    {
        if (key is { AltKey: true, Key: "ArrowUp" or "ArrowDown" })
        {
            Move(at, key.Key == "ArrowUp" ? at - 1 : at + 1);
        }
    }

    private void DragOver(int at)
    {
        if (_dragged is { } dragged)
        {
            Move(_posts!.FindIndex(post => post.Id == dragged), at);
        }
    }

    private void Move(int from, int to)
    {
        if (_posts is null || to < 0 || to >= _posts.Count || from == to)
        {
            return;
        }

        var post = _posts[from];
        _posts.RemoveAt(from);
        _posts.Insert(to, post);
        _said = T["People.MovedTo", post.Name, to + 1, _posts.Count];
    }

    private async Task SaveAsync()
    {
        var request = new ReorderPostsRequest(Unit.Id, _seen, [.. _posts!.Select(post => post.Id)]);
        await ActAndCloseAsync(() => reorder.HandleAsync(request, By, CancellationToken.None), "People.Ordered");
        if (Refused is { Kind: RefusalKind.Conflict })
        {
            // What the other one left is shown; the sentence stays.
            _isChanged = true;
            var read = await list.HandleAsync(Unit.Id, By, CancellationToken.None);
            _posts = [.. read.Match(found => found.Posts, _ => [])];
            _seen = [.. _posts.Select(post => post.Id)];
        }
    }
}
