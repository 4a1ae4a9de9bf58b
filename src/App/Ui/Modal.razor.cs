using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HaiZhengTong.App.Ui;

/// <summary>A dialog for a decision: the browser keeps the focus inside and gives it back.</summary>
public sealed partial class Modal(IJSRuntime js) : ComponentBase
{
    private ElementReference _dialog;
    private bool _shown;

    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    public bool Open { get; set; }

    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    [Parameter]
    public bool Wide { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The buttons at the foot, the main one last.</summary>
    [Parameter]
    public RenderFragment? Actions { get; set; }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_shown != Open)
        {
            _shown = Open;
            await js.InvokeVoidAsync("hzt.modal", _dialog, Open);
        }
    }

    private Task CloseAsync() => OpenChanged.InvokeAsync(false);
}
