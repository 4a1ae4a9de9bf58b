using System.Globalization;
using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.App.Features.People.Posts;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>A person's posts: changed, removed, made the main one.</summary>
public sealed partial class PostsDialog(ReadDossier read, ChangePost change, RemovePost remove, SetMainPost setMain)
{
    private IReadOnlyList<ManagedPost> _posts = [];
    private ManagedPost? _edited;
    private PostDraft _draft = new();
    private Clash? _clash;
    private PostId? _asked;
    private string _reason = "";
    private bool _isChanged;

    [Parameter, EditorRequired]
    public required PersonDossier Dossier { get; set; }

    protected override void OnInitialized() => _posts = Dossier.Posts;

    private void Edit(ManagedPost post) => (_edited, _draft, _reason) = (post, PostDraft.Of(post.Details), "");

    private async Task SaveAsync()
    {
        var post = _edited!;
        _clash?.Settle();
        _clash = null;
        var request = new ChangePostRequest(post.Id, _draft.ToDetails(), post.Version, _reason);
        if (await DoAsync(() => change.HandleAsync(request, By, CancellationToken.None)))
        {
            _edited = null;
        }
        else if (Refused is { Kind: RefusalKind.Conflict })
        {
            await LoadAsync();
            _edited = _posts.FirstOrDefault(now => now.Id == post.Id);
            if (_edited is { } now)
            {
                _clash = ClashOf(PostDraft.Of(post.Details), PostDraft.Of(now.Details), _draft);
                Forgive();
            }
        }
    }

    private static Clash ClashOf(PostDraft before, PostDraft now, PostDraft draft) => new(
    [
        new ClashField("title", before.Title, now.Title, draft.Title, () => draft.Title = now.Title),
        new ClashField("duty", before.Duty, now.Duty, draft.Duty, () => draft.Duty = now.Duty),
        new ClashField("officePhone", before.OfficePhone, now.OfficePhone, draft.OfficePhone, () => draft.OfficePhone = now.OfficePhone),
        new ClashField("room", before.Room, now.Room, draft.Room, () => draft.Room = now.Room),
        new ClashField(
            "visibility", before.Visibility.ToString(), now.Visibility.ToString(), draft.Visibility.ToString(), () => draft.Visibility = now.Visibility),
        new ClashField("endsOn", Day(before.EndsOn), Day(now.EndsOn), Day(draft.EndsOn), () => draft.EndsOn = now.EndsOn),
    ]);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<bool> MakeMainAsync(ManagedPost post) => DoAsync(() => setMain.HandleAsync(post.Id, By, CancellationToken.None));

    // The first press asks, the second does.
    private async Task RemoveAsync(ManagedPost post)
    {
        if (_asked != post.Id)
        {
            _asked = post.Id;
            return;
        }

        _asked = null;
        await DoAsync(() => remove.HandleAsync(new RemovePostRequest(post.Id, post.Version), By, CancellationToken.None));
    }

    private async Task<bool> DoAsync(Func<Task<Result<Done>>> act)
    {
        if (!await TryAsync(act))
        {
            return false;
        }

        _isChanged = true;
        await LoadAsync();
        return true;
    }

    private async Task LoadAsync() =>
        _posts = (await read.HandleAsync(Dossier.Id, By, CancellationToken.None)).Match(found => found.Posts, _ => _posts);
}
