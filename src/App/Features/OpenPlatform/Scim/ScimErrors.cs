using System.Globalization;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>Refusals in the form of RFC 7644, section 3.12.</summary>
internal static class ScimErrors
{
    private static readonly Dictionary<string, string> _types = new()
    {
        ["OpenPlatform.ScimFilter"] = "invalidFilter",
        ["OpenPlatform.ScimFilterValue"] = "invalidFilter",
        ["OpenPlatform.ScimFilterAttribute"] = "invalidFilter",
        ["OpenPlatform.ScimPath"] = "invalidPath",
        ["OpenPlatform.ScimSyntax"] = "invalidSyntax",
        ["OpenPlatform.ScimReadOnly"] = "mutability",
        ["OpenPlatform.ScimImmutable"] = "mutability",
        ["OpenPlatform.ScimNoTarget"] = "noTarget",
        ["OpenPlatform.ScimTooMany"] = "tooMany",
        ["OpenPlatform.ScimTooManyMembers"] = "tooMany",
        ["OpenPlatform.ScimExternalIdTaken"] = "uniqueness",
        ["People.AccountTaken"] = "uniqueness",
        ["People.UnitNameTaken"] = "uniqueness",
    };

    private static readonly Dictionary<string, int> _statuses = new()
    {
        ["OpenPlatform.ScimVersion"] = StatusCodes.Status412PreconditionFailed,
        ["OpenPlatform.NotJson"] = StatusCodes.Status415UnsupportedMediaType,
        ["OpenPlatform.TooLarge"] = StatusCodes.Status413PayloadTooLarge,
        ["OpenPlatform.TokenInvalid"] = StatusCodes.Status401Unauthorized,
    };

    public static int Status(Refusal refusal) => _statuses.GetValueOrDefault(refusal.TextKey, refusal.Status());

    public static JsonObject Of(Refusal refusal, Texts texts)
    {
        var status = Status(refusal);
        var json = new JsonObject
        {
            ["schemas"] = new JsonArray(ScimUrns.Error),
            ["status"] = status.ToString(CultureInfo.InvariantCulture),
            ["detail"] = texts.Of(refusal),
        };
        if (_types.GetValueOrDefault(refusal.TextKey, status == StatusCodes.Status400BadRequest ? "invalidValue" : "") is { Length: > 0 } type)
        {
            json["scimType"] = type;
        }

        return json;
    }
}
