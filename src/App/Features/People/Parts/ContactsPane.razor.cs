using HaiZhengTong.App.Features.People.Contacts;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>One's contacts and tags, or those who carry one tag.</summary>
public sealed partial class ContactsPane(
    ListContacts contacts, ListTags tags, ListTagPeople people, TagActs acts, NavigationManager navigation) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private ContactList _list = ContactList.None;
    private IReadOnlyList<TagView>? _tags;
    private TaggedPeople? _tagged;
    private string? _missing;
    private string? _name;
    private bool _asks;
    private bool _failed;

    [Inject]
    internal ILogger<ContactsPane> Logger { get; set; } = default!;

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The tag whose people are shown; null for one's contacts.</summary>
    [Parameter]
    public PersonTagId? Tag { get; set; }

    /// <summary>The person whose card is open.</summary>
    [Parameter]
    public PersonId? Person { get; set; }

    /// <summary>The line one goes along.</summary>
    [CascadingParameter]
    public Line Line { get; set; }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        _failed = false;
        try
        {
            if (Tag is { } tag)
            {
                var found = await people.HandleAsync(tag, By, _closed.Token);
                _missing = found.Refusal is { } refusal ? T.Of(refusal) : null;
                _tagged = found.Match<TaggedPeople?>(one => one, _ => null);
            }
            else
            {
                _list = await contacts.HandleAsync(By, _closed.Token);
            }

            _tags = await tags.HandleAsync(null, By, _closed.Token);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Logger.LoadFailed(exception);
            _failed = true;
        }
    }

    private IEnumerable<(string Title, IReadOnlyList<Contact> Rows)> Groups() =>
        new[] { (T["People.TagsOf", _tagged?.Tag.Name ?? ""], _tagged?.People ?? []), (T["People.Starred"], _list.Starred), (T["People.Frequent"], _list.Frequent) }
            .Where(group => group.Item2.Count > 0)
            .Select(group => (_tagged is null ? group.Item1 : _tagged.Tag.Name, group.Item2));

    private string HrefOf(Contact row) => DirectoryAddress.Of(Tag is { } tag ? $"/people/tags/{tag}/{row.Id}" : $"/people/contacts/{row.Id}", Line);

    private async Task RenameAsync()
    {
        if ((await acts.Rename.HandleAsync(Tag!.Value, _name ?? "", By, _closed.Token)).Refusal is { } refusal)
        {
            await Toasts.ShowBadAsync(T.Of(refusal));
            return;
        }

        _name = null;
        await LoadAsync();
    }

    private async Task RemoveAsync()
    {
        _asks = false;
        if ((await acts.Remove.HandleAsync(Tag!.Value, By, _closed.Token)).Refusal is { } refusal)
        {
            await Toasts.ShowBadAsync(T.Of(refusal));
            return;
        }

        navigation.NavigateTo(DirectoryAddress.Of("/people/contacts", Line));
    }
}
