using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;

/// <summary>A unit as a Group resource.</summary>
internal static class ScimGroupView
{
    public static ScimResource Of(ScimGroupState state, ScimCaller caller)
    {
        var unit = state.Unit;
        var json = new JsonObject
        {
            ["schemas"] = new JsonArray(ScimUrns.Group, ScimUrns.Unit),
            ["id"] = unit.Id.ToString(),
            ["displayName"] = unit.Name,
            [ScimUrns.Unit] = About(state, caller),
            ["meta"] = new JsonObject
            {
                ["resourceType"] = ScimTypes.Group.Name,
                ["location"] = $"{caller.Address}/Groups/{unit.Id}",
                ["version"] = state.Tag,
            },
        };
        if (state.Members is { } members)
        {
            json["members"] = new JsonArray([.. members.DistinctBy(member => member.Person).Select(member => Member(member, caller))]);
        }

        if (state.Link is { } link)
        {
            json["externalId"] = link.ExternalId;
        }

        return new ScimResource(unit.Id.Value, json);
    }

    private static JsonObject About(ScimGroupState state, ScimCaller caller)
    {
        var unit = state.Unit;
        var about = new JsonObject { ["kind"] = ScimKinds.Word(unit.Kind) };
        if (unit.ShortName != unit.Name)
        {
            about["shortName"] = unit.ShortName;
        }

        if (unit.ParentId is { } parent && unit.Id != caller.Unit)
        {
            about["parent"] = parent.ToString();
        }

        if (state.MemberCount is { } count)
        {
            about["memberCount"] = count;
        }

        return about;
    }

    private static JsonObject Member(ScimMember member, ScimCaller caller) => new()
    {
        ["value"] = member.Person.ToString(),
        ["$ref"] = $"{caller.Address}/Users/{member.Person}",
        ["display"] = member.Name,
        ["type"] = "User",
    };
}
