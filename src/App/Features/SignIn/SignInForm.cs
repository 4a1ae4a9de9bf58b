namespace HaiZhengTong.App.Features.SignIn;

/// <summary>What the sign-in page sends.</summary>
internal sealed class SignInForm
{
    public string? Account { get; set; }

    public string? Password { get; set; }

    public bool Stay { get; set; }
}
