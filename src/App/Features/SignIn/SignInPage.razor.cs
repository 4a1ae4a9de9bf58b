using HaiZhengTong.App.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace HaiZhengTong.App.Features.SignIn;

/// <summary>The sign-in page: static, complete without script.</summary>
public sealed partial class SignInPage
{
    /// <summary>The page's address.</summary>
    internal const string Path = "/sign-in";

    private int _stayDays;

    [SupplyParameterFromForm]
    internal SignInForm? Form { get; set; }

    [SupplyParameterFromQuery]
    public string? ReturnUrl { get; set; }

    /// <summary>Set when a session ended while a page was open.</summary>
    [SupplyParameterFromQuery]
    public string? Ended { get; set; }

    /// <summary>Set when the form that was sent had been opened before somebody signed in or out in this browser.</summary>
    [SupplyParameterFromQuery]
    public string? Stale { get; set; }

    [Inject]
    internal SignInWithPassword SignIn { get; init; } = default!;

    [Inject]
    internal AttemptLimit Limit { get; init; } = default!;

    [Inject]
    internal IOptions<SignInOptions> Options { get; init; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; init; } = default!;

    protected override void OnInitialized()
    {
        _stayDays = (int)Options.Value.Stay.TotalDays;

        // Where a page just said that its session ended, nothing leads back in by itself.
        if (HttpMethods.IsGet(Request.Request.Method) && Ended is null && Request.User.FindPersonId() is not null)
        {
            Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
        }
    }

    private async Task SignInAsync()
    {
        var address = Request.Connection.RemoteIpAddress;
        if (Limit.Refuse(address) is { } tooMany)
        {
            Refuse(tooMany);
            return;
        }

        var request = new SignInRequest(
            Form?.Account ?? "", Form?.Password ?? "", SourceAddress.Of(address), DeviceName.Of(Request.Request.Headers.UserAgent));
        var result = await SignIn.HandleAsync(request, Request.RequestAborted);
        if (result.Refusal is { } refusal)
        {
            Refuse(refusal);
            return;
        }

        await SessionCookie.WriteAsync(Request, result.Value, Form?.Stay ?? false);
        Navigation.NavigateTo(LocalAddress.Of(ReturnUrl));
    }
}
