using Microsoft.JSInterop;

namespace HaiZhengTong.App.Ui;

/// <summary>A short sentence at the foot of a live page that goes away by itself. Not for decisions.</summary>
internal sealed class Toasts(IJSRuntime js)
{
    public ValueTask ShowAsync(string text) => js.InvokeVoidAsync("hzt.toast", text, false);

    /// <summary>For what was refused or failed.</summary>
    public ValueTask ShowBadAsync(string text) => js.InvokeVoidAsync("hzt.toast", text, true);
}
