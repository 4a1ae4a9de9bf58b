namespace HaiZhengTong.App.Features.SignIn;

/// <summary>What the set-up page sends.</summary>
internal sealed class SetupForm
{
    public string? Code { get; set; }

    public string? Account { get; set; }

    public string? Name { get; set; }

    public string? Password { get; set; }

    public string? Again { get; set; }
}
