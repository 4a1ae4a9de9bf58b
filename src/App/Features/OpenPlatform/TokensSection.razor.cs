using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.SignIn;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>Makes, lists and revokes the person's access tokens.</summary>
public sealed partial class TokensSection
{
    private static readonly int[] _choices = [7, 30, 90, 365];

    private IReadOnlyList<ApiTokenView> _tokens = [];
    private NewApiToken? _made;

    [SupplyParameterFromForm]
    internal TokenForm? Form { get; set; }

    [Inject]
    internal ListApiTokens List { get; init; } = default!;

    [Inject]
    internal MakeApiToken Make { get; init; } = default!;

    [Inject]
    internal RevokeApiToken Revoke { get; init; } = default!;

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Day(DateTimeOffset at) => ChinaTime.Of(at).ToString("d", CultureInfo.CurrentCulture);

    private async Task LoadAsync() => _tokens = await List.HandleAsync(Request.User.PersonId(), Request.RequestAborted);

    private async Task MakeAsync()
    {
        var by = Request.User.PersonId();
        var result = await Make.HandleAsync(new MakeApiTokenRequest(by, Form?.Name ?? "", Form?.Days ?? 0, by), Request.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            Refuse(refusal);
            return;
        }

        _made = result.Value;
        await LoadAsync();
    }

    private async Task RevokeAsync(ApiTokenId token)
    {
        var result = await Revoke.HandleAsync(token, Request.User.PersonId(), Request.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            Refuse(refusal);
        }

        await LoadAsync();
    }
}
