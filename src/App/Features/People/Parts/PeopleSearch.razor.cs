using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>One box that finds units and people as one types; the browser waits for a pause before it tells.</summary>
public sealed partial class PeopleSearch(SearchPeople search, ReadUnitPath paths, NavigationManager navigation, ILogger<PeopleSearch> logger) : ComponentBase, IDisposable
{
    private CancellationTokenSource _asked = new();
    private SearchHits? _hits;
    private UnitReach? _here;
    private string _hereName = "";
    private string _term = "";
    private bool _begins;
    private bool _inside;
    private int _at = -1;
    private int _fresh;
    private bool _failed;

    /// <summary>Who searches.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The unit whose page is open; the search may keep to it and what stands below.</summary>
    [Parameter]
    public UnitId? Unit { get; set; }

    /// <summary>The line one goes along.</summary>
    [CascadingParameter]
    public Line Line { get; set; }

    /// <summary>Whether something is typed: what stands below the box makes room.</summary>
    [Parameter]
    public EventCallback<bool> OnSearching { get; set; }

    private int Count => _hits is { } hits ? hits.Units.Count + hits.People.Count : 0;

    public void Dispose()
    {
        _asked.Cancel();
        _asked.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_hits is not null && !_inside && _here != (Unit is { } unit ? new UnitReach(unit, Line) : null))
        {
            try
            {
                await SetHereAsync(_asked.Token);
            }
            catch (OperationCanceledException)
            {
                // More was typed meanwhile.
            }
            catch (Exception exception)
            {
                logger.LoadFailed(exception);
            }
        }
    }

    private async Task OnTypedAsync(ChangeEventArgs typed)
    {
        _begins |= _term.Length == 0;
        _term = (typed.Value as string)?.Trim() ?? "";
        await OnSearching.InvokeAsync(_term.Length > 0);
        await SearchAsync();
    }

    private async Task SearchAsync()
    {
        await _asked.CancelAsync();
        _asked.Dispose();
        _asked = new CancellationTokenSource();
        var now = _asked.Token;
        _failed = false;
        if (_term.Length == 0)
        {
            _hits = null;
            return;
        }

        try
        {
            if (_begins)
            {
                await SetHereAsync(now);
            }

            var hits = await search.HandleAsync(new SearchPeopleRequest(_term, By) { Within = _inside ? _here : null }, now);
            if (!now.IsCancellationRequested)
            {
                _hits = hits;
                _at = hits.IsEmpty ? -1 : 0;
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

    // Where the search may keep to: the unit that is open when it begins, and the next one, until it does.
    private async Task SetHereAsync(CancellationToken cancellationToken)
    {
        var here = Unit is { } unit ? new UnitReach(unit, Line) : null;
        var path = here is null ? [] : await paths.HandleAsync(here.Unit, Line.Administrative, By, cancellationToken);
        (_here, _hereName) = path.Count > 0 ? (here, path[^1].Name) : (null, "");
        (_inside, _begins) = (false, false);
    }

    private async Task LookAsync(bool inside)
    {
        _inside = inside;
        await SearchAsync();
    }

    private async Task ClearAsync()
    {
        // A new key makes a new, empty field: what is typed lives in the browser alone.
        _fresh++;
        await OnTypedAsync(new ChangeEventArgs { Value = "" });
    }

    private Task OnKeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown":
                _at = Math.Min(_at + 1, Count - 1);
                break;
            case "ArrowUp":
                _at = Math.Max(_at - 1, Math.Min(0, Count - 1));
                break;
            case "Enter" when AddressAt(_at) is { } address:
                navigation.NavigateTo(address);
                break;
            case "Escape":
                return ClearAsync();
        }

        return Task.CompletedTask;
    }

    private string? AddressAt(int at) => _hits is not { } hits || at < 0 ? null
        : at < hits.Units.Count ? DirectoryAddress.Of(hits.Units[at].Id, Line)
        : at < Count && hits.People[at - hits.Units.Count] is var person ? DirectoryAddress.Of(person.UnitId, person.Id, Line)
        : null;
}
