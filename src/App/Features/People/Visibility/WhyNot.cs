using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>
/// Says why something of a person the reader sees is kept back: the reason of the rule. Where the rule stands is not
/// said, for the reader may not see that place; of what is hidden altogether nothing is said at all.
/// </summary>
internal static class WhyNot
{
    private const string Shielded = "People.Shielded";

    /// <summary>Why the mobile number is not shown.</summary>
    public static async Task<Refusal> MobileAsync(Sight sight, PersonId person, CancellationToken cancellationToken) =>
        new(RefusalKind.Forbidden, "People.MobileHidden", await ReasonAsync(sight, VisibilityRuleKind.HideMobile, person, cancellationToken));

    /// <summary>Why the person cannot be written to or called in.</summary>
    public static async Task<Refusal> ContactAsync(Sight sight, PersonId person, CancellationToken cancellationToken)
    {
        var name = await sight.Database.People.Where(row => row.Id == person).Select(row => row.Name).SingleAsync(cancellationToken);
        var reason = await ReasonAsync(sight, VisibilityRuleKind.ShieldLeaders, person, cancellationToken);
        return new(RefusalKind.Forbidden, Shielded, name, reason, person.Value);
    }

    /// <summary>Whom a refusal keeps out of reach, so that one may ask why; null for every other refusal.</summary>
    public static PersonId? ShieldedIn(Refusal? refusal) =>
        refusal is { TextKey: Shielded, Arguments: [_, _, Guid person] } ? new PersonId(person) : null;

    /// <summary>Why the reader gives the person no post, and so no nearness, or null.</summary>
    public static async Task<Refusal?> PostAsync(Sight sight, PersonId person, CancellationToken cancellationToken)
    {
        VisibilityRuleKind? kind = (await sight.WithMobileAsync([person], cancellationToken)).Count == 0 ? VisibilityRuleKind.HideMobile
            : (await sight.ReachableAsync([person], cancellationToken)).Count == 0 ? VisibilityRuleKind.ShieldLeaders
            : null;
        return kind is { } rule
            ? new Refusal(RefusalKind.Forbidden, "People.KeptFromYou", await ReasonAsync(sight, rule, person, cancellationToken))
            : null;
    }

    private static async Task<string> ReasonAsync(Sight sight, VisibilityRuleKind kind, PersonId person, CancellationToken cancellationToken) =>
        await DecidingRules.About(sight, kind, person).Select(rule => rule.Reason).FirstOrDefaultAsync(cancellationToken) ?? "";
}
