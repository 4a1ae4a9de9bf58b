using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>Says in words who sees an application.</summary>
internal static class AudienceWords
{
    /// <summary>All rules in one sentence: "省教育厅及下级（条线）、值班员；除 林小雨".</summary>
    public static string Sentence(Texts texts, DutyWords duties, IReadOnlyList<AudienceRule> rules)
    {
        if (rules.Count == 0)
        {
            return texts["Admin.Everyone"];
        }

        var included = string.Join(texts["Admin.And"], rules.Where(rule => !rule.IsExcluding).Select(rule => Words(texts, duties, rule)));
        var excluded = string.Join(texts["Admin.And"], rules.Where(rule => rule.IsExcluding).Select(rule => Words(texts, duties, rule)));
        return excluded.Length == 0 ? included : texts["Admin.Except", included, excluded];
    }

    /// <summary>One rule.</summary>
    public static string Words(Texts texts, DutyWords duties, AudienceRule rule) => rule.Kind switch
    {
        AudienceTermKind.Everyone => texts["Admin.Everyone"],
        AudienceTermKind.Person => rule.Name,
        AudienceTermKind.Tag => texts["Admin.WithTag", rule.Name],
        AudienceTermKind.Duty => duties.Of(rule.Duty ?? ""),
        AudienceTermKind.Subtree => texts[
            rule.Line == Line.Business ? "Admin.BelowBusiness" : "Admin.BelowAdministrative", rule.Name]
            + (rule.Duty is null ? "" : texts["Admin.WithDuty", duties.Of(rule.Duty)]),
    };
}
