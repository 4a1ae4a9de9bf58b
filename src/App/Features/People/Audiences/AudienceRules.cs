using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>Checks the rules of an audience, turns them into its terms and reads them back, inside the caller's read or write.</summary>
internal static class AudienceRules
{
    /// <summary>The most rules one audience has.</summary>
    public const int MaxRules = 50;

    /// <summary>Why the rules will not do; null when they will. No rule at all is for the caller to judge.</summary>
    public static async Task<Refusal?> CheckAsync(AppDbContext database, IReadOnlyList<AudienceRule> rules, CancellationToken cancellationToken)
    {
        if (rules.Count > MaxRules)
        {
            return new Refusal(RefusalKind.Invalid, "Audience.TooManyRules", MaxRules);
        }

        if (rules.Any(rule => !IsWhole(rule)))
        {
            return new Refusal(RefusalKind.Invalid, "Audience.RuleForm");
        }

        if (rules.Count > 0 && rules.All(rule => rule.IsExcluding))
        {
            return new Refusal(RefusalKind.Invalid, "Audience.OnlyExclusions");
        }

        var units = rules.Select(rule => rule.UnitId).OfType<UnitId>().Distinct().ToList();
        var people = rules.Select(rule => rule.PersonId).OfType<PersonId>().Distinct().ToList();

        // Only a unit's tag: what one person alone sees cannot tell others who is in.
        var tags = rules.Select(rule => rule.TagId).OfType<PersonTagId>().Distinct().ToList();
        var duties = rules.Select(rule => rule.Duty).OfType<string>().Distinct().ToList();
        if (await database.Duties.CountAsync(duty => duties.Contains(duty.Code), cancellationToken) != duties.Count)
        {
            return new Refusal(RefusalKind.Invalid, "Audience.RuleForm");
        }

        var isKnown = await database.Units.CountAsync(unit => units.Contains(unit.Id), cancellationToken) == units.Count
            && await database.People.CountAsync(person => people.Contains(person.Id), cancellationToken) == people.Count
            && await database.PersonTags.CountAsync(tag => tags.Contains(tag.Id) && tag.UnitId != null, cancellationToken) == tags.Count;
        return isKnown ? null : new Refusal(RefusalKind.Invalid, "Audience.RuleUnknown");
    }

    /// <summary>An audience by checked rules, not yet added.</summary>
    public static Audience Make(string name, IReadOnlyList<AudienceRule> rules, PersonId? owner = null)
    {
        var audience = new Audience { Id = AudienceId.New(), Name = name, OwnerId = owner };
        audience.Terms.AddRange(Terms(audience.Id, rules));
        return audience;
    }

    /// <summary>The rules of the audiences, each with the names it speaks of.</summary>
    public static async Task<ILookup<AudienceId, AudienceRule>> ReadAsync(
        AppDbContext database, IQueryable<AudienceId> audiences, CancellationToken cancellationToken)
    {
        var terms = await (
            from term in database.AudienceTerms.AsNoTracking()
            where audiences.Contains(term.AudienceId)
            orderby term.AudienceId, term.Ordinal
            select new
            {
                Term = term,
                UnitName = database.Units.Where(unit => unit.Id == term.UnitId).Select(unit => unit.Name).SingleOrDefault(),
                PersonName = database.People.Where(person => person.Id == term.PersonId).Select(person => person.Name).SingleOrDefault(),
                TagName = database.PersonTags.Where(tag => tag.Id == term.TagId).Select(tag => tag.Name).SingleOrDefault(),
            }).ToListAsync(cancellationToken);
        return terms.ToLookup(row => row.Term.AudienceId, row => RuleOf(row.Term, row.UnitName ?? row.PersonName ?? row.TagName ?? ""));
    }

    private static IEnumerable<AudienceTerm> Terms(AudienceId audience, IReadOnlyList<AudienceRule> rules) => rules
        .Select((rule, ordinal) => new AudienceTerm
        {
            AudienceId = audience,
            Ordinal = ordinal,
            Kind = rule.Kind,
            Line = rule.Kind == AudienceTermKind.Subtree ? rule.Line : null,
            UnitId = rule.UnitId,
            Duty = rule.Duty,
            Level = rule.Level,
            IsUnitOnly = rule.IsUnitOnly,
            PersonId = rule.PersonId,
            TagId = rule.TagId,
            Exclude = rule.IsExcluding,
        });

    private static AudienceRule RuleOf(AudienceTerm term, string name) => new(term.Kind)
    {
        Line = term.Line ?? Line.Administrative,
        UnitId = term.UnitId,
        Duty = term.Duty,
        Level = term.Level,
        IsUnitOnly = term.IsUnitOnly,
        PersonId = term.PersonId,
        TagId = term.TagId,
        IsExcluding = term.Exclude,
        Name = name,
    };

    private static bool IsWhole(AudienceRule rule) => IsNarrowedRightly(rule) && (rule.TagId is not null) == (rule.Kind == AudienceTermKind.Tag) && rule.Kind switch
    {
        AudienceTermKind.Everyone => rule is { UnitId: null, PersonId: null, Duty: null, IsExcluding: false },
        AudienceTermKind.Subtree => rule is { UnitId: not null, PersonId: null } && Enum.IsDefined(rule.Line) && rule.Duty is not "",
        AudienceTermKind.Duty => rule is { UnitId: null, PersonId: null, Duty: not null and not "" },
        AudienceTermKind.Person => rule is { UnitId: null, PersonId: not null, Duty: null },
        AudienceTermKind.Tag => rule is { UnitId: null, PersonId: null, Duty: null },
    };

    private static bool IsNarrowedRightly(AudienceRule rule) => rule.Kind == AudienceTermKind.Subtree
        ? (rule.Level is null || Enum.IsDefined(rule.Level.Value)) && !(rule.IsUnitOnly && rule.Line == Line.Business)
        : rule is { Level: null, IsUnitOnly: false };
}
