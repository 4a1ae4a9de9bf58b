using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>A unit as a client wants it.</summary>
internal sealed record ScimGroupDraft(string Name)
{
    public string? ShortName { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>The id of the unit above; null to leave it, or for the client's own.</summary>
    public string? Parent { get; init; }

    public UnitKind? Kind { get; init; }

    /// <summary>Who of the members the change speaks of shall have a post in it; null to leave them.</summary>
    public IReadOnlyList<PersonId>? Members { get; init; }

    /// <summary>Reads a Group resource.</summary>
    /// <param name="wanted">What the client sends, or what its PATCH makes of the resource.</param>
    /// <param name="isPatch">Whether what is missing was taken away on purpose.</param>
    public static Result<ScimGroupDraft> Read(JsonObject wanted, bool isPatch)
    {
        var unit = wanted[ScimUrns.Unit] as JsonObject;
        var name = ScimJson.Text(wanted["displayName"]);
        var kind = ScimJson.Text(unit?["kind"]);
        var wrong = string.IsNullOrWhiteSpace(name) ? "displayName"
            : IsOdd(wanted["externalId"]) || ScimJson.Text(wanted["externalId"]) is { Length: 0 or > ScimPersonLink.MaxExternalIdLength } ? "externalId"
            : IsOdd(unit?["parent"]) ? "parent"
            : IsOdd(unit?["shortName"]) ? "shortName"
            : IsOdd(unit?["kind"]) || (kind is not null && ScimKinds.Read(kind) is null) ? "kind"
            : null;
        if (wrong is not null)
        {
            return Bad(wrong);
        }

        var members = wanted["members"] is null ? (isPatch ? new List<PersonId>() : null) : Persons(wanted["members"]);
        return members is null && wanted["members"] is not null ? Bad("members.value") : new ScimGroupDraft(name!)
        {
            ShortName = ScimJson.Text(unit?["shortName"]),
            ExternalId = ScimJson.Text(wanted["externalId"]),
            Parent = ScimJson.Text(unit?["parent"]),
            Kind = kind is null ? null : ScimKinds.Read(kind),
            Members = members,
        };
    }

    private static List<PersonId>? Persons(JsonNode? members)
    {
        var ids = ScimJson.List(members).Select(member => ScimIds.Read(ScimJson.Text((member as JsonObject)?["value"]))).ToList();
        return ids.Contains(null) ? null : [.. ids.Select(id => new PersonId(id!.Value)).Distinct()];
    }

    private static bool IsOdd(JsonNode? node) => node is not null && ScimJson.Text(node) is null;

    private static Refusal Bad(string name) => new(RefusalKind.Invalid, "OpenPlatform.ScimValue", name);
}
