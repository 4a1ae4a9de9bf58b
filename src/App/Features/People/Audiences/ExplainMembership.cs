using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>Why a person is in an audience, or is not.</summary>
/// <param name="IsIn">Whether one rule takes the person in and none out.</param>
/// <param name="Reasons">The rules that hold of the person, in their order; none: no rule speaks of the person.</param>
public sealed record MembershipView(string Name, bool IsIn, IReadOnlyList<MembershipReason> Reasons);

/// <summary>A rule that holds of a person.</summary>
/// <param name="Place">The rule's place among the rules, from 0.</param>
/// <param name="Post">The post it holds by; null where it asks for none.</param>
public sealed record MembershipReason(int Place, string? Post);

/// <summary>Answers why a person the reader sees is in an audience or is not: which rules hold, and by which post.</summary>
public sealed class ExplainMembership(IDbContextFactory<AppDbContext> databases)
{
    public async Task<Result<MembershipView>> HandleAsync(
        PersonId person, IReadOnlyList<AudienceRule> rules, PersonId by, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var sight = await Sight.OfAsync(database, by, cancellationToken);
        var name = await sight.People(database.People.Where(row => row.Id == person && row.Status == PersonStatus.Active))
            .Select(row => row.Name)
            .SingleOrDefaultAsync(cancellationToken);
        if (name is null)
        {
            return new Refusal(RefusalKind.NotFound, "People.NoSuchPerson");
        }

        if (await AudienceReads.CheckAsync(sight, rules, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        List<MembershipReason> reasons = [];
        for (var place = 0; place < rules.Count; place++)
        {
            if (await HoldsAsync(sight, rules[place], person, cancellationToken) is (true, var post))
            {
                reasons.Add(new MembershipReason(place, post));
            }
        }

        var isIn = reasons.Exists(reason => !rules[reason.Place].IsExcluding) && !reasons.Exists(reason => rules[reason.Place].IsExcluding);
        return new MembershipView(name, isIn, reasons);
    }

    private static async Task<(bool Holds, string? Post)> HoldsAsync(Sight sight, AudienceRule rule, PersonId person, CancellationToken cancellationToken)
    {
        var database = sight.Database;
        switch (rule.Kind)
        {
            case AudienceTermKind.Everyone:
                return (true, null);
            case AudienceTermKind.Person:
                return (rule.PersonId == person, null);
            case AudienceTermKind.Tag:
                return (await database.PersonTagMembers.AnyAsync(row => row.TagId == rule.TagId && row.PersonId == person, cancellationToken), null);
        }

        var post = await database.PostLines(AudienceQuery.Posts(sight, rule).Where(row => row.PersonId == person))
            .OrderByDescending(line => line.IsMain).ThenBy(line => line.PostId)
            .FirstOrDefaultAsync(cancellationToken);
        return (post is not null, post is null ? null : $"{post.FullUnitName} {post.Title}");
    }
}
