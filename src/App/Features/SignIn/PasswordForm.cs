namespace HaiZhengTong.App.Features.SignIn;

/// <summary>What the profile sends to change a password.</summary>
internal sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? New { get; set; }

    public string? Again { get; set; }
}
