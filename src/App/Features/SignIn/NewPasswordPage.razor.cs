using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>Where a person chooses an own password in place of the one handed over: static, complete without script.</summary>
public sealed partial class NewPasswordPage
{
    [SupplyParameterFromForm]
    internal PasswordForm? Form { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    [Inject]
    internal ChangePassword Change { get; init; } = default!;

    [Inject]
    internal AttemptLimit Limit { get; init; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; init; } = default!;

    protected override void OnInitialized()
    {
        // Nothing to do here for whoever has chosen already.
        if (HttpMethods.IsGet(Request.Request.Method) && !Request.User.HasClaim(claim => claim.Type == Caller.InitialClaim))
        {
            Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
        }
    }

    private async Task ChangeAsync()
    {
        var refusal = Limit.Refuse(Request.Connection.RemoteIpAddress)
            ?? (Form?.New == Form?.Again ? null : new Refusal(RefusalKind.Invalid, "SignIn.PasswordsDiffer"));
        if (refusal is null && Request.User.SessionId() is { } session)
        {
            var request = new ChangePasswordRequest(Form?.Current ?? "", Form?.New ?? "", session);
            refusal = (await Change.HandleAsync(request, Request.User.PersonId(), Request.RequestAborted)).Refusal;
        }

        if (refusal is not null)
        {
            Refuse(refusal);
            return;
        }

        Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
    }
}
