using System.Text.Json;
using System.Text.Json.Serialization;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>Rules as one text, for a form and for the audit. What the units, people and tags are called is not in it.</summary>
internal static class AudienceRuleText
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    public static string Write(IEnumerable<AudienceRule> rules) => JsonSerializer.Serialize(
        rules.Select(rule => new Written(
            rule.Kind, rule.Line, rule.UnitId?.Value, rule.Duty, rule.Level, rule.IsUnitOnly, rule.PersonId?.Value, rule.TagId?.Value, rule.IsExcluding)),
        _json);

    /// <summary>The rules of a text; null where it is none. They are still to be checked.</summary>
    public static IReadOnlyList<AudienceRule>? Read(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<List<Written?>>(text ?? "", _json) is { } written && written.TrueForAll(rule => rule is not null && Enum.IsDefined(rule.Kind))
                ? written.ConvertAll(rule => Rule(rule!))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AudienceRule Rule(Written rule) => new(rule.Kind)
    {
        Line = rule.Line,
        UnitId = rule.Unit is { } unit ? new UnitId(unit) : null,
        Duty = rule.Duty,
        Level = rule.Level,
        IsUnitOnly = rule.UnitOnly,
        PersonId = rule.Person is { } person ? new PersonId(person) : null,
        TagId = rule.Tag is { } tag ? new PersonTagId(tag) : null,
        IsExcluding = rule.Excluding,
    };

    private sealed record Written(
        AudienceTermKind Kind, Line Line, Guid? Unit, string? Duty, DivisionLevel? Level, bool UnitOnly, Guid? Person, Guid? Tag, bool Excluding);
}
