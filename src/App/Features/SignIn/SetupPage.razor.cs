using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>The page of the first start: static, for whoever holds the console's code.</summary>
public sealed partial class SetupPage
{
    private bool _needed;

    [SupplyParameterFromForm]
    internal SetupForm? Form { get; set; }

    [Inject]
    internal MakeFirstAdministrator Make { get; init; } = default!;

    [Inject]
    internal AttemptLimit Limit { get; init; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; init; } = default!;

    protected override async Task OnInitializedAsync()
    {
        _needed = await Make.IsNeededAsync(Request.RequestAborted);
        if (!_needed)
        {
            Request.Response.StatusCode = StatusCodes.Status409Conflict;
        }
    }

    private async Task MakeAsync()
    {
        if (Limit.Refuse(Request.Connection.RemoteIpAddress) is { } tooMany)
        {
            Refuse(tooMany);
            return;
        }

        if (Form?.Password != Form?.Again)
        {
            Refuse(new Refusal(RefusalKind.Invalid, "SignIn.PasswordsDiffer"));
            return;
        }

        var wish = new FirstAdministrator(Form?.Code ?? "", Form?.Account ?? "", Form?.Name ?? "", Form?.Password ?? "");
        var result = await Make.HandleAsync(wish, Request.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            Refuse(refusal);
            return;
        }

        Navigation.NavigateTo(SignInPage.Path);
    }
}
