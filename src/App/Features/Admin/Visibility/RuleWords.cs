using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Hosting;

namespace HaiZhengTong.App.Features.Admin.Visibility;

/// <summary>Says a rule in words; what the reader does not see is called that.</summary>
internal static class RuleWords
{
    /// <summary>What the rule is about.</summary>
    public static string Target(Texts texts, VisibilityRuleView rule) =>
        rule.TargetName.Length == 0 ? texts["Visibility.Unseen"] : rule.TargetName;

    /// <summary>"隐藏单位：专案组".</summary>
    public static string Name(Texts texts, VisibilityRuleView rule) => $"{texts[$"Visibility.Kind{rule.Kind}"]} · {Target(texts, rule)}";

    /// <summary>Who is exempt.</summary>
    public static string Except(Texts texts, DutyWords duties, VisibilityRuleView rule) =>
        rule.Except.Count == 0 ? texts["Visibility.ExceptNobody"] : AudienceWords.Sentence(texts, duties, Named(texts, rule));

    /// <summary>The exceptions, each with something to call it by.</summary>
    public static List<AudienceRule> Named(Texts texts, VisibilityRuleView rule) =>
    [
        .. rule.Except.Select(term => term is { Name.Length: 0 } && (term.UnitId is not null || term.PersonId is not null)
            ? term with { Name = texts["Visibility.Unseen"] }
            : term),
    ];
}
