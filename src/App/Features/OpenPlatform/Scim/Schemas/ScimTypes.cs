namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;

/// <summary>The two kinds of resource there are: people and units.</summary>
internal static class ScimTypes
{
    public static readonly ScimResourceType User = new(
        "User", "/Users",
        new ScimSchema(ScimUrns.User, "User", "A person of the client's subtree",
        [
            new("userName", "The account, lower case; given once.") { IsRequired = true, Mutability = "immutable", Uniqueness = "server" },
            new("name", "The name.")
            {
                Type = "complex",
                Parts = [new("formatted", "The whole name."), new("familyName", "The surname."), new("givenName", "The given name.")],
            },
            new("displayName", "The whole name."),
            new("title", "The title of the main post."),
            new("active", "Whether the person may sign in.") { Type = "boolean" },
            new("phoneNumbers", "The mobile number and the phone on the desk.")
            {
                Type = "complex",
                IsMany = true,
                Parts =
                [
                    new("value", "The number."),
                    new("type", "mobile: the person's own; work: the main post's.") { Canonical = ["work", "mobile"] },
                    new("primary", "The mobile number is.") { Type = "boolean" },
                ],
            },
            new("groups", "The units the person has posts in.")
            {
                Type = "complex",
                IsMany = true,
                Mutability = "readOnly",
                Parts =
                [
                    ReadOnly("value", "The unit's id.") with { IsExact = true },
                    ReadOnly("$ref", "The unit's address.") with { Type = "reference", IsExact = true, References = ["Group"] },
                    ReadOnly("display", "The unit's name."),
                    ReadOnly("type", "Always direct.") with { Canonical = ["direct"] },
                ],
            },
        ]),
        [
            new ScimSchema(ScimUrns.EnterpriseUser, "EnterpriseUser", "Enterprise user",
                [new("department", "The name of the main post's unit; as input the unit of that name in the client's subtree.")]),
            new ScimSchema(ScimUrns.Posts, "Posts", "The posts a person holds in the client's subtree",
            [
                new("posts", "One to many; exactly one is primary.")
                {
                    Type = "complex",
                    IsMany = true,
                    Parts =
                    [
                        new("value", "The post's id; none for a new post.") { IsExact = true },
                        new("unit", "The id of the unit (Group).") { IsExact = true, IsRequired = true },
                        ReadOnly("display", "The unit's name."),
                        new("title", "The title."),
                        new("duty", "The duty's code in the province's dictionary.") { IsExact = true },
                        new("officePhone", "The phone on the desk."),
                        new("room", "Where the desk stands."),
                        new("endsOn", "The last day of a temporary post, YYYY-MM-DD."),
                        new("primary", "Whether it is the main post.") { Type = "boolean" },
                    ],
                },
            ]),
        ]);

    public static readonly ScimResourceType Group = new(
        "Group", "/Groups",
        new ScimSchema(ScimUrns.Group, "Group", "A unit of the client's subtree",
        [
            new("displayName", "The unit's name.") { IsRequired = true },
            new("members", $"The people with a post in the unit; missing where they are more than an answer carries ({ScimLimits.MaxMembers} in all its groups): read Users with groups.value eq the group's id.")
            {
                Type = "complex",
                IsMany = true,
                Parts =
                [
                    new("value", "The person's id.") { IsExact = true, Mutability = "immutable" },
                    new("$ref", "The person's address.") { Type = "reference", IsExact = true, Mutability = "immutable", References = ["User"] },
                    ReadOnly("display", "The person's name."),
                    new("type", "Always User.") { Canonical = ["User"], Mutability = "immutable" },
                ],
            },
        ]),
        [
            new ScimSchema(ScimUrns.Unit, "Unit", "Where a unit stands and what it is",
            [
                new("parent", "The id of the unit above; without it a new unit comes under the client's own.") { IsExact = true },
                new("shortName", "The short name."),
                new("kind", "What it is; given once.") { Mutability = "immutable", Canonical = [.. ScimKinds.Words] },
                ReadOnly("memberCount", "How many people have a post in it.") with { Type = "integer" },
            ]),
        ]);

    public static IReadOnlyList<ScimResourceType> All { get; } = [User, Group];

    private static ScimAttribute ReadOnly(string name, string description) => new(name, description) { Mutability = "readOnly" };
}
