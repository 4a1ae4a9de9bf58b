using System.Globalization;
using HaiZhengTong.App.Features.OpenPlatform.Scim;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Clients;
using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Admin.Provisioning;

/// <summary>Makes, lists and revokes the systems that keep a subtree up to date. Static: a token is in one answer and nowhere else.</summary>
public sealed partial class ScimClientsPage
{
    private IReadOnlyList<ScimClientView>? _clients;
    private IReadOnlyList<UnitHit> _units = [];
    private NewScimClient? _made;
    private bool _failed;
    private bool _revoked;

    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    [SupplyParameterFromForm]
    internal ScimClientForm? Form { get; set; }

    [Inject]
    internal ListScimClients List { get; init; } = default!;

    [Inject]
    internal MakeScimClient Make { get; init; } = default!;

    [Inject]
    internal RevokeScimClient Revoke { get; init; } = default!;

    [Inject]
    internal FindManagedUnits Units { get; init; } = default!;

    [Inject]
    internal PageLoader Loader { get; init; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; init; } = default!;

    private string Address => new Uri(new Uri(Navigation.BaseUri), ScimScheme.Path).ToString();

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Day(DateTimeOffset at) => ChinaTime.Of(at).ToString("d", CultureInfo.CurrentCulture);

    private async Task LoadAsync()
    {
        var by = Request.User.PersonId();
        var loaded = await Loader.TryAsync(async () => new
        {
            Clients = await List.HandleAsync(by, Request.RequestAborted),
            Units = await Units.HandleAsync(Query ?? "", by, Request.RequestAborted),
        });
        _failed = loaded is null;
        if (loaded is { Clients.Refusal: not null })
        {
            Navigation.NotFound();
        }
        else if (loaded is not null)
        {
            (_clients, _units) = (loaded.Clients.Value, loaded.Units);
        }
    }

    private async Task MakeAsync()
    {
        var made = await Make.HandleAsync(Form?.Name ?? "", new UnitId(Form?.Unit ?? default), Request.User.PersonId(), Request.RequestAborted);
        if (made.Refusal is { } refusal)
        {
            Refuse(refusal);
            return;
        }

        _made = made.Value;
        await LoadAsync();
    }

    private async Task RevokeAsync(ScimClientId client)
    {
        var result = await Revoke.HandleAsync(client, Request.User.PersonId(), Request.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            Refuse(refusal);
        }

        _revoked = result.Refusal is null;
        await LoadAsync();
    }
}
