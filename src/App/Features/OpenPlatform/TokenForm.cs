namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>What the profile sends to make a token.</summary>
internal sealed class TokenForm
{
    public string? Name { get; set; }

    public int Days { get; set; }
}
