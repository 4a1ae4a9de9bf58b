using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>Who searches, and who is near to that person.</summary>
/// <param name="Sight">Whom and what the searcher sees.</param>
/// <param name="Office">The units of the own office.</param>
/// <param name="Contacts">The contacts, the closer the larger.</param>
internal sealed record Searcher(Sight Sight, IReadOnlyList<UnitId> Office, IReadOnlyDictionary<PersonId, int> Contacts)
{
    /// <summary>Only there it is looked; null for the whole province.</summary>
    public UnitReach? Within { get; init; }

    /// <summary>Whether all that fits may be shown.</summary>
    public bool IsEverywhere => Sight.IsFull && Within is null;

    /// <summary>The posts the searcher sees where it is looked.</summary>
    public IQueryable<Post> Posts()
    {
        var posts = Sight.Posts(Sight.Database.Posts);
        return Within is not { } reach ? posts : posts.Where(post => Sight.Database.UnitClosures.Any(step =>
            step.Line == reach.Line && step.AncestorId == reach.Unit && step.DescendantId == post.UnitId));
    }
}
