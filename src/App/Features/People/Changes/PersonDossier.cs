using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>A person as an administrator sees them.</summary>
/// <param name="Id">Which person.</param>
/// <param name="Name">The name.</param>
/// <param name="Reading">The reading the person gave; null for the likeliest.</param>
/// <param name="Mobile">The whole mobile number; null where there is none, or where only a post is the reader's to change.</param>
/// <param name="LeavesOn">The last day of whoever is about to leave.</param>
/// <param name="Version">What a change must carry back.</param>
public sealed record PersonDossier(PersonId Id, string Name, string? Reading, string? Mobile, DateOnly? LeavesOn, long Version)
{
    /// <summary>The posts, the main one first.</summary>
    public IReadOnlyList<ManagedPost> Posts { get; init; } = [];

    /// <summary>Whether the reader manages the person, not only a post.</summary>
    public bool MayManage { get; init; }
}
