using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>Where an application is registered or changed; the form itself is live.</summary>
public sealed partial class ApplicationPage : ConsolePage
{
    private bool _mayEdit;

    [Inject]
    internal ReadRegisteredApplication Read { get; set; } = default!;

    [Inject]
    internal Powers Powers { get; set; } = default!;

    [Parameter]
    public Guid? Id { get; set; }

    protected override Task LoadAsync() => ShowAsync(CheckAsync, _ => _mayEdit = true);

    private async Task<Result<Done>> CheckAsync()
    {
        if (Id is { } id)
        {
            var found = await Read.HandleAsync(new OaApplicationId(id), Me, CancellationToken.None);
            return found.Match<Result<Done>>(_ => new Done(), refusal => refusal);
        }

        return await Powers.MayChangeSettingsAsync(Me, CancellationToken.None) ? new Done() : new Refusal(RefusalKind.NotFound, "Admin.NotFound");
    }
}
