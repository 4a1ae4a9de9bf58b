using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin;

/// <summary>What the console's pages share: who asks, what to show, and that a page does not exist for whoever may not see it.</summary>
public abstract class ConsolePage : ComponentBase
{
    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected PersonId Me { get; private set; }

    /// <summary>True when the database could not be read just now.</summary>
    protected bool Failed { get; private set; }

    protected sealed override async Task OnInitializedAsync()
    {
        Me = (await Authentication).User.PersonId();
        await LoadAsync();
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task LoadAsync();

    /// <summary>Shows what is read; where it is refused, there is no such page.</summary>
    protected async Task ShowAsync<T>(Func<Task<Result<T>>> read, Action<T> show)
    {
        ArgumentNullException.ThrowIfNull(show);
        var loaded = await Loader.TryAsync(async () => new { Answer = await read() });
        Failed = loaded is null;
        if (loaded is { Answer.Refusal: null })
        {
            show(loaded.Answer.Value);
        }
        else if (loaded is not null)
        {
            Navigation.NotFound();
        }
    }
}
