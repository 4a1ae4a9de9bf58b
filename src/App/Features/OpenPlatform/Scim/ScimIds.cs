namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>Ids as clients write them.</summary>
internal static class ScimIds
{
    /// <summary>The id in a value; null where it can be none of ours.</summary>
    public static Guid? Read(object? value) => value is string text && Guid.TryParseExact(text, "D", out var id) && id.ToString() == text ? id : null;
}
