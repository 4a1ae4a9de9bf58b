namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

/// <summary>The way to an attribute: an optional schema, the attribute, an optional part of it (RFC 7644, section 3.10).</summary>
internal sealed record ScimPath(string? Schema, string Attribute, string? Sub = null)
{
    /// <summary>Reads "urn:…:User:name.formatted", "name.formatted" or "name"; null when it is none of them.</summary>
    public static ScimPath? Read(string text)
    {
        var colon = text.LastIndexOf(':');
        var schema = colon < 0 ? null : text[..colon];
        if (schema is not null && !schema.StartsWith("urn:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var names = text[(colon + 1)..].Split('.');
        return names.Length <= 2 && names.All(IsName) ? new ScimPath(schema, names[0], names.Length == 2 ? names[1] : null) : null;
    }

    public override string ToString() => $"{(Schema is null ? "" : Schema + ":")}{Attribute}{(Sub is null ? "" : "." + Sub)}";

    private static bool IsName(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || (name[0] == '$' && name.Length > 1))
        && name.Skip(1).All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
