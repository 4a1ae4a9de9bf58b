namespace HaiZhengTong.App.Features.Admin.Provisioning;

/// <summary>What the page sends to make a client.</summary>
internal sealed class ScimClientForm
{
    public string? Name { get; set; }

    public Guid Unit { get; set; }
}
