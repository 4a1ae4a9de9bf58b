using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>What a transfer or a leave changed, as it was: enough to take it back.</summary>
internal sealed record Kept
{
    public List<KeptPost> Posts { get; init; } = [];

    /// <summary>The posts colleagues were given.</summary>
    public List<PostId> Given { get; init; } = [];

    public List<KeptGroup> Groups { get; init; } = [];

    public List<KeptRole> Roles { get; init; } = [];

    public List<KeptTodo> Todos { get; init; } = [];

    /// <summary>Whether the person left the service.</summary>
    public bool HasLeft { get; init; }

    /// <summary>How many things went over to colleagues.</summary>
    internal int HandedOver => Given.Count + Groups.Count(group => group.Heir is not null) + Roles.Count(role => role.Heir is not null) + Todos.Count;
}
