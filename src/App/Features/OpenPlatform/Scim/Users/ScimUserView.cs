using System.Globalization;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>A person as a User resource.</summary>
internal static class ScimUserView
{
    public static ScimResource Of(ScimUserState state, ScimCaller caller)
    {
        var person = state.Person;
        var (family, given) = ScimName.Split(person.Name);
        var json = new JsonObject
        {
            ["schemas"] = new JsonArray(ScimUrns.User, ScimUrns.EnterpriseUser, ScimUrns.Posts),
            ["id"] = person.Id.ToString(),
            ["userName"] = person.Account,
            ["name"] = Said(("formatted", person.Name), ("familyName", family), ("givenName", given)),
            ["displayName"] = person.Name,
            ["title"] = state.Main.Post.Title,
            ["active"] = person.Status == PersonStatus.Active,
            ["phoneNumbers"] = Phones(person.Mobile, state.Main.Post.OfficePhone),
            ["groups"] = new JsonArray([.. state.Posts.DistinctBy(one => one.Post.UnitId).Select(one => Group(one, caller))]),
            [ScimUrns.EnterpriseUser] = new JsonObject { ["department"] = state.Main.UnitName },
            [ScimUrns.Posts] = new JsonObject { ["posts"] = new JsonArray([.. state.Posts.Select(PostOf)]) },
            ["meta"] = new JsonObject
            {
                ["resourceType"] = ScimTypes.User.Name,
                ["created"] = person.CreatedAt.ToString("o", CultureInfo.InvariantCulture),
                ["location"] = $"{caller.Address}/Users/{person.Id}",
                ["version"] = state.Tag,
            },
        };
        if (state.Link?.ExternalId is { } externalId)
        {
            json["externalId"] = externalId;
        }

        return new ScimResource(person.Id.Value, json);
    }

    private static JsonArray Phones(string? mobile, string? work)
    {
        var phones = new JsonArray();
        if (mobile is not null)
        {
            phones.Add((JsonNode)new JsonObject { ["value"] = mobile, ["type"] = "mobile", ["primary"] = true });
        }

        if (work is not null)
        {
            phones.Add((JsonNode)new JsonObject { ["value"] = work, ["type"] = "work" });
        }

        return phones;
    }

    private static JsonObject Group(ScimUserPost one, ScimCaller caller) => new()
    {
        ["value"] = one.Post.UnitId.ToString(),
        ["$ref"] = $"{caller.Address}/Groups/{one.Post.UnitId}",
        ["display"] = one.UnitName,
        ["type"] = "direct",
    };

    private static JsonObject PostOf(ScimUserPost one)
    {
        var post = one.Post;
        var json = Said(
            ("value", post.Id.ToString()), ("unit", post.UnitId.ToString()), ("display", one.UnitName), ("title", post.Title), ("duty", post.Duty),
            ("officePhone", post.OfficePhone), ("room", post.Room), ("endsOn", post.EndsOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        json["primary"] = post.IsMain;
        return json;
    }

    private static JsonObject Said(params (string Name, string? Value)[] parts)
    {
        var json = new JsonObject();
        foreach (var (name, value) in parts.Where(part => part.Value is not null))
        {
            json[name] = value;
        }

        return json;
    }
}
