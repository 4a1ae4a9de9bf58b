using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>One line on a unit's page: whom to turn to.</summary>
public sealed partial class UnitAdministratorsLine(ListUnitAdministrators list, ILogger<UnitAdministratorsLine> logger) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private UnitAdministrators? _found;
    private UnitId _shown;
    private bool _failed;

    [Parameter, EditorRequired]
    public UnitId Unit { get; set; }

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The line one goes along.</summary>
    [CascadingParameter]
    public Line Line { get; set; }

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_shown != Unit)
        {
            _shown = Unit;
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        _failed = false;
        try
        {
            var found = await list.HandleAsync(Unit, By, _closed.Token);
            _found = found.Match(known => known, _ => new UnitAdministrators([], 0));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LoadFailed(exception);
            _failed = true;
        }
    }

    private string? From(UnitGrant grant) => grant.IsInherited ? T["People.AdministratorFrom", grant.FromName] : null;
}
