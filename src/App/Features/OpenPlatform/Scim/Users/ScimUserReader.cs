using System.Globalization;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <summary>
/// Reads a User resource. Some things stand in it twice (the name, the main post's title and phone): whichever was changed
/// against the resource as it is counts.
/// </summary>
/// <param name="wanted">What the client sends, or what its PATCH makes of the resource.</param>
/// <param name="current">The resource as it is; null for a new one.</param>
/// <param name="isPatch">Whether what is missing was taken away on purpose.</param>
internal sealed class ScimUserReader(JsonObject wanted, JsonObject? current, bool isPatch)
{
    private Refusal? _refusal;

    public Result<ScimUserDraft> Read()
    {
        var userName = (Text(wanted["userName"], "userName") ?? "").Trim();
        if (userName.Length == 0)
        {
            return Bad("userName");
        }

        if (current is not null && !string.Equals(userName, ScimJson.Text(current["userName"]), StringComparison.OrdinalIgnoreCase))
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimImmutable", "userName");
        }

        var isActive = wanted["active"] is null ? ScimJson.Flag(current?["active"]) ?? true : ScimJson.Flag(wanted["active"]) ?? Fail("active", true);
        var (mobile, work) = Phones();
        var draft = new ScimUserDraft(userName, Name())
        {
            ExternalId = Text(wanted["externalId"], "externalId"),
            IsActive = isActive,
            Mobile = mobile,
            WorkPhone = work,
            Title = Title(),
            Department = Changed(Part(wanted, ScimUrns.EnterpriseUser, "department"), Part(current, ScimUrns.EnterpriseUser, "department")),
            Posts = Posts(),
        };
        return _refusal ?? CheckExternalId(draft);
    }

    private static Result<ScimUserDraft> CheckExternalId(ScimUserDraft draft) =>
        draft.ExternalId is { Length: 0 or > ScimPersonLink.MaxExternalIdLength } ? Bad("externalId") : draft;

    private string Name()
    {
        var candidates = Names(wanted);
        var before = current is null ? [] : Names(current);
        for (var place = 0; place < candidates.Length; place++)
        {
            if (!string.IsNullOrWhiteSpace(candidates[place]) && (before.Length == 0 || candidates[place] != before[place]))
            {
                return candidates[place]!;
            }
        }

        return before.Length > 0 ? before[0]! : Fail("displayName", "");
    }

    // A name in parts only counts where one of the parts is given.
    private string?[] Names(JsonObject resource)
    {
        var name = resource["name"] as JsonObject;
        return
        [
            Text(resource["displayName"], "displayName"), Text(name?["formatted"], "name.formatted"),
            ScimName.Join(Text(name?["familyName"], "name.familyName"), Text(name?["givenName"], "name.givenName")),
        ];
    }

    private string? Title()
    {
        var title = Text(wanted["title"], "title");
        return isPatch && string.IsNullOrWhiteSpace(title) ? Fail("title", (string?)null) : Changed(title, ScimJson.Text(current?["title"]));
    }

    private (string? Mobile, string? Work) Phones()
    {
        var mobile = Phone(wanted, "mobile");
        var work = Phone(wanted, "work") ?? "";
        var isLeft = !isPatch && wanted["phoneNumbers"] is null && Part(wanted, ScimUrns.Posts) is not null;
        return (mobile, isLeft || work == (current is null ? "" : Phone(current, "work") ?? "") ? null : work);
    }

    // The last one counts: a value added later stands behind.
    private string? Phone(JsonObject resource, string type) => ScimJson.List(resource["phoneNumbers"])
        .OfType<JsonObject>()
        .Where(phone => string.Equals(ScimJson.Text(phone["type"]), type, StringComparison.OrdinalIgnoreCase))
        .Select(phone => Text(phone["value"], "phoneNumbers.value"))
        .LastOrDefault(value => !string.IsNullOrWhiteSpace(value));

    private List<ScimPostDraft>? Posts()
    {
        if (Part(wanted, ScimUrns.Posts)?["posts"] is not { } list)
        {
            // All posts taken away; the writer refuses it in its own words.
            return isPatch ? [] : null;
        }

        var posts = new List<ScimPostDraft>();
        foreach (var item in ScimJson.List(list))
        {
            if (item is not JsonObject post || Text(post["unit"], "posts.unit") is not { } unit)
            {
                return Fail("posts.unit", posts);
            }

            posts.Add(new ScimPostDraft(ScimIds.Read(ScimJson.Text(post["value"])), unit, Details(post), ScimJson.Flag(post["primary"]) ?? false));
        }

        return posts.Count(post => post.IsMain) > 1 ? Fail("posts.primary", posts) : posts;
    }

    private PostDetails Details(JsonObject post) => new(
        Text(post["title"], "posts.title") ?? "", Text(post["duty"], "posts.duty"), Text(post["officePhone"], "posts.officePhone"),
        Text(post["room"], "posts.room"), EndsOn: Day(Text(post["endsOn"], "posts.endsOn")));

    private DateOnly? Day(string? text) => string.IsNullOrEmpty(text) ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Fail("posts.endsOn", (DateOnly?)null);

    private static string? Changed(string? wanted, string? before) =>
        string.IsNullOrWhiteSpace(wanted) || wanted == before ? null : wanted;

    private static JsonObject? Part(JsonObject? resource, string schema) => resource?[schema] as JsonObject;

    private string? Part(JsonObject? resource, string schema, string name) => Text(Part(resource, schema)?[name], name);

    private string? Text(JsonNode? node, string name) => node is null ? null : ScimJson.Text(node) ?? Fail(name, (string?)null);

    private T Fail<T>(string name, T value)
    {
        _refusal ??= Bad(name);
        return value;
    }

    private static Refusal Bad(string name) => new(RefusalKind.Invalid, "OpenPlatform.ScimValue", name);
}
