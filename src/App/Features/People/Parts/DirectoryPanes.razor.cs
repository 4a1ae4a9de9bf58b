using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>The live part of the directory: search and tree, a unit's people, a person's card.</summary>
public sealed partial class DirectoryPanes(
    ReadHomeUnit home, ReadPerson people, DirectoryNews news, NavigationManager navigation, ILogger<DirectoryPanes> logger) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IDisposable? _news;
    private PersonId _me;
    private UnitId? _unit;
    private PersonId? _person;
    private (Guid? Unit, Guid? Person)? _loaded;
    private PageState _state;
    private string? _missing;
    private bool _searching;
    private int _version;

    private enum PageState
    {
        Ready,
        Missing,
        Failed,
    }

    /// <summary>The unit of the address.</summary>
    [Parameter]
    public Guid? Unit { get; set; }

    /// <summary>The person of the address.</summary>
    [Parameter]
    public Guid? Person { get; set; }

    /// <summary>"contacts" where the address names one's contacts.</summary>
    [Parameter]
    public string? Place { get; set; }

    /// <summary>The tag of the address.</summary>
    [Parameter]
    public Guid? Tag { get; set; }

    /// <summary>The line of the address.</summary>
    [Parameter]
    public Line Line { get; set; }

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    // On a phone one pane at a time: what the address names last.
    private string Pane => Person is not null ? "side" : Unit is not null || IsContacts ? "main" : "list";

    private bool IsContacts => Tag is not null || Place == "contacts";

    private string BackOfPerson => DirectoryAddress.Of(
        Tag is { } tag ? $"/people/tags/{tag}" : IsContacts ? "/people/contacts" : _unit is { } unit ? $"/people/units/{unit}" : "/people", Line);

    public void Dispose()
    {
        _news?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override void OnInitialized() => _news = news.Listen(() => InvokeAsync(ReadAnew));

    protected override async Task OnParametersSetAsync()
    {
        _me = (await Authentication).User.PersonId();
        if (_loaded != (Unit, Person))
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _loaded = (Unit, Person);
        _state = PageState.Ready;
        _person = Person is { } person ? new PersonId(person) : null;
        try
        {
            _unit = Unit is { } unit ? new UnitId(unit)
                : IsContacts ? _unit
                : _person is { } someone ? await UnitOfAsync(someone)
                : _unit ?? await home.HandleAsync(_me, _closed.Token);
            if (_unit is null && !IsContacts)
            {
                (_state, _missing) = (PageState.Missing, "People.NoUnits");
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LoadFailed(exception);
            _state = PageState.Failed;
        }
    }

    // A card opened by itself stands beside its unit, and stays where it is when the unit holds the person.
    private async Task<UnitId?> UnitOfAsync(PersonId person)
    {
        var card = await people.HandleAsync(person, _me, _closed.Token);
        var posts = card.Match(found => found.Posts, _ => []);
        return posts.Any(post => post.UnitId == _unit) || posts.Count == 0 ? _unit ?? await home.HandleAsync(_me, _closed.Token) : posts[0].UnitId;
    }

    private string Pressed(Line line) => line == Line ? "true" : "false";

    // The choice stands in the address: whoever goes back, or sends the link on, has it too.
    private void TurnTo(Line line) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter(DirectoryAddress.Query, DirectoryAddress.WordOf(line)));

    private async Task GoHomeAsync()
    {
        if (await home.HandleAsync(_me, _closed.Token) is { } unit)
        {
            navigation.NavigateTo(DirectoryAddress.Of(unit, Line));
        }
    }

    private void OnChanged() => _version++;

    // Somebody changed the organisation: what is shown is read again, where the reader is.
    private void ReadAnew()
    {
        if (!_closed.IsCancellationRequested)
        {
            _version++;
            StateHasChanged();
        }
    }
}
