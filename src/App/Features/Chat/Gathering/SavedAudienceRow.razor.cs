using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <summary>An audience somebody keeps.</summary>
public sealed partial class SavedAudienceRow(RenameAudience rename, RemoveAudience remove) : ComponentBase
{
    private string? _name;
    private Refusal? _refusal;
    private bool _renaming;
    private bool _removing;

    [Parameter, EditorRequired]
    public required SavedAudience Saved { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback OnUse { get; set; }

    [Parameter]
    public EventCallback OnChanged { get; set; }

    private void BeginRename() => (_name, _renaming) = (Saved.Name, true);

    private async Task RenameAsync()
    {
        _refusal = (await rename.HandleAsync(Saved.Id, _name ?? "", By, CancellationToken.None)).Refusal;
        _renaming = _refusal is not null;
        await OnChanged.InvokeAsync();
    }

    private async Task RemoveAsync()
    {
        _refusal = (await remove.HandleAsync(Saved.Id, By, CancellationToken.None)).Refusal;
        _removing = false;
        await OnChanged.InvokeAsync();
    }
}
