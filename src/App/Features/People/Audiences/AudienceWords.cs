using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>Says in words who is in an audience.</summary>
internal static class AudienceWords
{
    /// <summary>All rules in one sentence: "省教育厅及下级（条线）、值班员；除 林小雨".</summary>
    public static string Sentence(Texts texts, DutyWords duties, IReadOnlyList<AudienceRule> rules)
    {
        if (rules.Count == 0)
        {
            return texts["Audience.Everyone"];
        }

        var included = string.Join(texts["Audience.And"], rules.Where(rule => !rule.IsExcluding).Select(rule => Words(texts, duties, rule)));
        var excluded = string.Join(texts["Audience.And"], rules.Where(rule => rule.IsExcluding).Select(rule => Words(texts, duties, rule)));
        return excluded.Length == 0 ? included : texts["Audience.Except", included, excluded];
    }

    /// <summary>One rule.</summary>
    public static string Words(Texts texts, DutyWords duties, AudienceRule rule) => rule.Kind switch
    {
        AudienceTermKind.Everyone => texts["Audience.Everyone"],
        AudienceTermKind.Person => rule.Name,
        AudienceTermKind.Tag => texts["Audience.WithTag", rule.Name],
        AudienceTermKind.Duty => duties.Of(rule.Duty ?? ""),
        AudienceTermKind.Subtree => texts[
            rule.IsUnitOnly ? "Audience.UnitOnly" : rule.Line == Line.Business ? "Audience.BelowBusiness" : "Audience.BelowAdministrative", rule.Name]
            + (rule.Level is { } level ? texts["Audience.AtLevel", texts[$"Audience.Level{level}"]] : "")
            + (rule.Duty is null ? "" : texts["Audience.WithDuty", duties.Of(rule.Duty)]),
    };
}
