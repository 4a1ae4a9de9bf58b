using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>What a rule is about: a unit with all below it, or a person.</summary>
public sealed record VisibilityTarget(UnitId? Unit, PersonId? Person)
{
    /// <summary>What the audit calls it.</summary>
    internal string Subject => Unit is { } unit ? $"unit:{unit}" : $"person:{Person}";

    internal static VisibilityTarget Of(VisibilityRule rule) => new(rule.UnitId, rule.PersonId);
}
