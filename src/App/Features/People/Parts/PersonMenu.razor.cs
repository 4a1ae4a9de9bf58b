using HaiZhengTong.App.Features.People.Changes;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What an administrator can do with a person.</summary>
public sealed partial class PersonMenu(ReadDossier read, ILogger<PersonMenu> logger) : ComponentBase
{
    private PersonDossier? _dossier;
    private Open _open;

    private enum Open
    {
        None,
        Posts,
        Edit,
        Transfer,
        Leave,
        Changes,
    }

    [Parameter, EditorRequired]
    public PersonId Person { get; set; }

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The person was changed from here.</summary>
    [Parameter]
    public EventCallback OnChanged { get; set; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        try
        {
            _dossier = (await read.HandleAsync(Person, By, CancellationToken.None)).Match<PersonDossier?>(found => found, _ => null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The card stands without the menu.
            logger.LoadFailed(exception);
        }
    }

    private async Task CloseAsync(bool changed)
    {
        _open = Open.None;
        if (changed)
        {
            await LoadAsync();
            await OnChanged.InvokeAsync();
        }
    }
}
