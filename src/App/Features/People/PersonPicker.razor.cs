using HaiZhengTong.App.Features.People.Parts;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;

namespace HaiZhengTong.App.Features.People;

/// <summary>Chooses people: search, a tick for each, what is chosen as chips. For groups, meetings and whatever else gathers people.</summary>
public sealed partial class PersonPicker(SearchPeople search, ILogger<PersonPicker> logger) : ComponentBase, IDisposable
{
    private readonly string _list = $"people-{Guid.CreateVersion7():N}";
    private CancellationTokenSource _asked = new();
    private ElementReference _field;
    private IReadOnlyList<PersonHit>? _hits;
    private string _term = "";
    private int _at = -1;
    private int _fresh;
    private bool _failed;
    private bool _focus;

    /// <summary>Who chooses: colleagues are found first.</summary>
    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    public IReadOnlyList<PersonHit> Chosen { get; set; } = [];

    [Parameter]
    public EventCallback<IReadOnlyList<PersonHit>> ChosenChanged { get; set; }

    /// <summary>How many may be chosen.</summary>
    [Parameter]
    public int Max { get; set; } = 500;

    /// <summary>People who are not offered: oneself, those who are in already.</summary>
    [Parameter]
    public IReadOnlyCollection<PersonId> Exclude { get; set; } = [];

    /// <summary>Whether the list is open: then its keys are its own, and Escape closes it, not the dialog around it.</summary>
    private bool IsOpen => _term.Length > 0;

    private bool IsFull => Chosen.Count >= Max;

    // A list that says something else than people is none.
    private bool HasOptions => !IsFull && IsOpen && !_failed && _hits is { Count: > 0 };

    public void Dispose()
    {
        _asked.Cancel();
        _asked.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focus)
        {
            _focus = false;
            await _field.FocusAsync();
        }
    }

    private bool IsChosen(PersonHit person) => Chosen.Any(chosen => chosen.Id == person.Id);

    private Task OnTypedAsync(ChangeEventArgs typed)
    {
        _term = (typed.Value as string)?.Trim() ?? "";
        return SearchAsync();
    }

    private async Task SearchAsync()
    {
        await _asked.CancelAsync();
        _asked.Dispose();
        _asked = new CancellationTokenSource();
        var now = _asked.Token;
        _failed = false;
        _at = -1;
        if (_term.Length == 0)
        {
            _hits = null;
            return;
        }

        try
        {
            var by = (await Authentication).User.PersonId();
            var hits = await search.HandleAsync(new SearchPeopleRequest(_term, by, SearchPeople.MaxTake, WithUnits: false), now);
            if (!now.IsCancellationRequested)
            {
                _hits = [.. hits.People.Where(person => !Exclude.Contains(person.Id)).Take(SearchPeople.DefaultTake)];
                _at = _hits.Count > 0 ? 0 : -1;
            }
        }
        catch (OperationCanceledException)
        {
            // More was typed meanwhile.
        }
        catch (Exception exception) when (!now.IsCancellationRequested)
        {
            logger.LoadFailed(exception);
            _failed = true;
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        var count = _hits?.Count ?? 0;
        switch (key.Key)
        {
            case "ArrowDown":
                _at = Math.Min(_at + 1, count - 1);
                break;
            case "ArrowUp":
                _at = Math.Max(_at - 1, 0);
                break;
            case "Enter" when _at >= 0 && _at < count:
                await ToggleAsync(_hits![_at]);
                break;
            case "Escape" when IsOpen:
                await _asked.CancelAsync();
                Empty();
                break;
            case "Backspace" when _term.Length == 0 && Chosen.Count > 0:
                await TakeOutAsync(Chosen[^1]);
                break;
        }
    }

    private Task ToggleAsync(PersonHit person)
    {
        if (IsChosen(person))
        {
            return TakeOutAsync(person);
        }

        if (IsFull)
        {
            return Task.CompletedTask;
        }

        Empty();
        return ChosenChanged.InvokeAsync([.. Chosen, person]);
    }

    // The next name is typed into an empty field.
    private void Empty()
    {
        (_term, _hits, _at, _failed) = ("", null, -1, false);
        _fresh++;
        _focus = true;
    }

    private Task TakeOutAsync(PersonHit person) => ChosenChanged.InvokeAsync([.. Chosen.Where(chosen => chosen.Id != person.Id)]);
}
