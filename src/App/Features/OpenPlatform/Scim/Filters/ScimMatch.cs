using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

/// <summary>What a filter means, said on one resource at a time; the database's answers must be the same.</summary>
/// <remarks>Text compares without regard to ASCII case unless the attribute is exact, and by code point. A missing value is unequal to every value.</remarks>
internal static class ScimMatch
{
    /// <summary>Why the filter makes no sense for the resource; null when it does.</summary>
    public static Refusal? Check(ScimResourceType type, ScimFilter filter) => filter switch
    {
        ScimFilter.And both => Check(type, both.Left) ?? Check(type, both.Right),
        ScimFilter.Or either => Check(type, either.Left) ?? Check(type, either.Right),
        ScimFilter.Not not => Check(type, not.Inner),
        ScimFilter.Present present => type.Find(present.Path) is null ? Unknown(present.Path) : null,
        ScimFilter.Compare compare => type.Find(compare.Path) is { } found ? CheckValue(Leaf(found), compare) : Unknown(compare.Path),
        ScimFilter.Element element => type.Find(element.Path) is { Attribute: { IsMany: true, IsComplex: true } } found
            ? CheckInside(found.Attribute, element.Inner) : Unknown(element.Path),
        _ => null,
    };

    /// <summary>The same for the inside of brackets.</summary>
    public static Refusal? CheckInside(ScimAttribute attribute, ScimFilter filter) => filter switch
    {
        ScimFilter.And both => CheckInside(attribute, both.Left) ?? CheckInside(attribute, both.Right),
        ScimFilter.Or either => CheckInside(attribute, either.Left) ?? CheckInside(attribute, either.Right),
        ScimFilter.Not not => CheckInside(attribute, not.Inner),
        ScimFilter.Present present => PartOf(attribute, present.Path) is null ? Unknown(present.Path) : null,
        ScimFilter.Compare compare => PartOf(attribute, compare.Path) is { } part ? CheckValue(part, compare) : Unknown(compare.Path),
        _ => new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimFilter", 1),
    };

    public static bool Holds(ScimResourceType type, ScimFilter filter, JsonObject resource) => filter switch
    {
        ScimFilter.And both => Holds(type, both.Left, resource) && Holds(type, both.Right, resource),
        ScimFilter.Or either => Holds(type, either.Left, resource) || Holds(type, either.Right, resource),
        ScimFilter.Not not => !Holds(type, not.Inner, resource),
        ScimFilter.Present present => type.Find(present.Path) is { } found && Values(found, resource).Any(IsThere),
        ScimFilter.Compare compare => type.Find(compare.Path) is { } found && Compares(found.Attribute.IsMany, Leaf(found), Values(found, resource), compare),
        ScimFilter.Element element => type.Find(element.Path) is { } found
            && Elements(found, resource).OfType<JsonObject>().Any(one => HoldsInside(found.Attribute, element.Inner, one)),
        _ => false,
    };

    /// <summary>Whether one value of a multi-valued attribute meets the inside of brackets.</summary>
    public static bool HoldsInside(ScimAttribute attribute, ScimFilter filter, JsonObject element) => filter switch
    {
        ScimFilter.And both => HoldsInside(attribute, both.Left, element) && HoldsInside(attribute, both.Right, element),
        ScimFilter.Or either => HoldsInside(attribute, either.Left, element) || HoldsInside(attribute, either.Right, element),
        ScimFilter.Not not => !HoldsInside(attribute, not.Inner, element),
        ScimFilter.Present present => PartOf(attribute, present.Path) is { } part && IsThere(element[part.Name]),
        ScimFilter.Compare compare => PartOf(attribute, compare.Path) is { } part && Compares(false, part, [element[part.Name]], compare),
        _ => false,
    };

    /// <summary>What a comparison looks at: of "phoneNumbers" it is phoneNumbers.value.</summary>
    public static ScimAttribute Leaf(ScimTarget found) =>
        found.Part ?? (found.Attribute.IsComplex && found.Attribute.IsMany ? found.Attribute.Part("value") : null) ?? found.Attribute;

    public static string Fold(string text) => string.Create(text.Length, text, static (folded, whole) =>
    {
        for (var at = 0; at < whole.Length; at++)
        {
            folded[at] = char.IsAsciiLetterUpper(whole[at]) ? (char)(whole[at] | 0x20) : whole[at];
        }
    });

    private static ScimAttribute? PartOf(ScimAttribute attribute, ScimPath path) =>
        path is { Schema: null, Sub: null } ? attribute.Part(path.Attribute) : null;

    private static Refusal? CheckValue(ScimAttribute leaf, ScimFilter.Compare compare)
    {
        var isOrder = compare.Operator is not (ScimOperator.Eq or ScimOperator.Ne);
        var fits = (leaf.Type, compare.Value) switch
        {
            ("complex", _) => false,
            (_, null) => !isOrder,
            ("boolean", bool) => !isOrder,
            ("dateTime", string text) => Moment(text) is not null && compare.Operator is not (ScimOperator.Co or ScimOperator.Sw or ScimOperator.Ew),
            ("string" or "reference", string) => true,
            _ => false,
        };
        return fits ? null : new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimFilterValue", compare.ToString());
    }

    private static Refusal Unknown(ScimPath path) => new(RefusalKind.Invalid, "OpenPlatform.ScimFilterAttribute", path.ToString());

    private static JsonArray Elements(ScimTarget found, JsonObject resource)
    {
        var value = (found.Extension is null ? resource : resource[found.Extension] as JsonObject)?[found.Attribute.Name];
        return value is JsonArray all ? all : new JsonArray(value?.DeepClone());
    }

    private static IEnumerable<JsonNode?> Values(ScimTarget found, JsonObject resource) => Leaf(found) is var leaf && leaf == found.Attribute
        ? Elements(found, resource)
        : Elements(found, resource).OfType<JsonObject>().Select(one => one[leaf.Name]);

    private static bool IsThere(JsonNode? value) => value switch
    {
        null => false,
        JsonArray all => all.Count > 0,
        JsonObject one => one.Count > 0,
        _ => value.GetValueKind() != JsonValueKind.String || value.GetValue<string>().Length > 0,
    };

    private static bool Compares(bool isMany, ScimAttribute leaf, IEnumerable<JsonNode?> values, ScimFilter.Compare compare)
    {
        var there = values.Where(IsThere).ToList();
        return (compare.Operator, compare.Value) switch
        {
            (ScimOperator.Eq, null) => there.Count == 0,
            (ScimOperator.Ne, null) => there.Count > 0,
            (ScimOperator.Ne, _) when !isMany && there.Count == 0 => true,
            _ => there.Any(value => Fits(leaf, value!, compare)),
        };
    }

    private static bool Fits(ScimAttribute leaf, JsonNode value, ScimFilter.Compare compare)
    {
        switch (compare.Value)
        {
            case bool wanted:
                var isSame = value.GetValueKind() == (wanted ? JsonValueKind.True : JsonValueKind.False);
                return compare.Operator == ScimOperator.Eq ? isSame : !isSame;
            case string moment when leaf.Type == "dateTime":
                return Ordered(Moment((string)value!)!.Value.CompareTo(Moment(moment)!.Value), compare.Operator);
            case string wanted:
                var (left, right) = leaf.IsExact ? ((string)value!, wanted) : (Fold((string)value!), Fold(wanted));
                return compare.Operator switch
                {
                    ScimOperator.Co => left.Contains(right, StringComparison.Ordinal),
                    ScimOperator.Sw => left.StartsWith(right, StringComparison.Ordinal),
                    ScimOperator.Ew => left.EndsWith(right, StringComparison.Ordinal),
                    _ => Ordered(ByCodePoint(left, right), compare.Operator),
                };
            default:
                return false;
        }
    }

    private static bool Ordered(int order, ScimOperator how) => how switch
    {
        ScimOperator.Eq => order == 0,
        ScimOperator.Ne => order != 0,
        ScimOperator.Gt => order > 0,
        ScimOperator.Ge => order >= 0,
        ScimOperator.Lt => order < 0,
        _ => order <= 0,
    };

    // As the databases compare bytes of UTF-8.
    private static int ByCodePoint(string left, string right) => System.Text.Encoding.UTF8.GetBytes(left).AsSpan()
        .SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(right));

    public static DateTimeOffset? Moment(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.ToUniversalTime() : null;
}
