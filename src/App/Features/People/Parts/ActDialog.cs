using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What the dialogs of the directory share: one act at a time, the sentence of a refusal.</summary>
public abstract class ActDialog : ComponentBase
{
    [Inject]
    public required Texts Texts { get; set; }

    [Inject]
    internal Toasts Toasts { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    /// <summary>The administrator.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>Closed, and whether something was changed.</summary>
    [Parameter]
    public EventCallback<bool> OnClose { get; set; }

    /// <summary>Whether the act is on its way.</summary>
    protected bool IsBusy { get; private set; }

    /// <summary>Why the act was refused.</summary>
    protected string? Why { get; private set; }

    /// <summary>The refusal itself.</summary>
    protected Refusal? Refused { get; private set; }

    /// <summary>Takes the refusal away, where something better is shown in its place.</summary>
    protected void Forgive() => (Why, Refused) = (null, null);

    /// <summary>Does the act; a refusal stays in the dialog, with all that was typed.</summary>
    protected async Task<T?> ActAsync<T>(Func<Task<Result<T>>> act)
        where T : class
    {
        T? value = null;
        await ActAsync(act, done => value = done);
        return value;
    }

    /// <summary>Does the act and stays open; whether it was done.</summary>
    protected async Task<bool> TryAsync<T>(Func<Task<Result<T>>> act)
    {
        var isDone = false;
        await ActAsync(act, _ => isDone = true);
        return isDone;
    }

    /// <summary>Does the act, closes the dialog and says so.</summary>
    protected async Task ActAndCloseAsync<T>(Func<Task<Result<T>>> act, string saidKey)
    {
        var isDone = false;
        await ActAsync(act, _ => isDone = true);
        if (isDone)
        {
            await OnClose.InvokeAsync(true);
            await Toasts.ShowAsync(Texts[saidKey]);
        }
    }

    private async Task ActAsync<T>(Func<Task<Result<T>>> act, Action<T> whenDone)
    {
        if (IsBusy)
        {
            return;
        }

        IsBusy = true;
        Why = null;
        Refused = null;
        try
        {
            // A database away for a moment takes nothing of what was typed.
            if (await Loader.TryAsync(async () => new { Answer = await act() }) is not { Answer: var result })
            {
                Why = Texts["Ui.NotDone"];
            }
            else if (result.Refusal is { } refusal)
            {
                Why = Texts.Of(refusal);
                Refused = refusal;
            }
            else
            {
                whenDone(result.Value);
            }
        }
        finally
        {
            IsBusy = false;
        }
    }
}
