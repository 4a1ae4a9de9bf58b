namespace HaiZhengTong.App.Features.People.Units;

/// <summary>What a merge takes along, or would take along.</summary>
public sealed class MergeTally
{
    /// <summary>Posts that come over.</summary>
    public int Posts { get; internal set; }

    /// <summary>Posts that become one with a post of the same title the person holds in the target.</summary>
    public int JoinedPosts { get; internal set; }

    /// <summary>Units below in the administrative line that come over.</summary>
    public int Units { get; internal set; }

    /// <summary>Units that become one with a unit of the same name below the target.</summary>
    public int JoinedUnits { get; internal set; }

    /// <summary>Units the target guides in the business line from then on.</summary>
    public int Guided { get; internal set; }

    /// <summary>Roles that are held over the target from then on.</summary>
    public int Roles { get; internal set; }

    /// <summary>Roles that end with their unit, because whoever merges may not grant them on the target.</summary>
    public int EndedRoles { get; internal set; }

    /// <summary>Tags that become the target's.</summary>
    public int Tags { get; internal set; }

    /// <summary>Audiences (of applications, rules, saved ones) that name the target in place of the unit.</summary>
    public int Audiences { get; internal set; }

    /// <summary>Visibility rules that bind the target from then on.</summary>
    public int Rules { get; internal set; }

    /// <summary>Personnel systems that are left without their unit and need a new connection.</summary>
    public int Clients { get; internal set; }

    /// <summary>Planned changes about the unit that will fail on their day.</summary>
    public int Plans { get; internal set; }

    /// <summary>By name, those that say something, the way the change list keeps them.</summary>
    public IReadOnlyList<(string Name, int Count)> Counts =>
    [
        .. new (string Name, int Count)[]
        {
            ("movedPosts", Posts), ("joinedPosts", JoinedPosts), ("movedUnits", Units), ("joinedUnits", JoinedUnits), ("guidedUnits", Guided),
            ("movedRoles", Roles), ("endedRoles", EndedRoles), ("movedTags", Tags), ("movedAudiences", Audiences), ("movedRules", Rules),
            ("lostClients", Clients), ("brokenPlans", Plans),
        }.Where(one => one.Count > 0),
    ];

    /// <summary>Adds what a unit inside took along.</summary>
    internal void Add(MergeTally other)
    {
        Posts += other.Posts;
        JoinedPosts += other.JoinedPosts;
        Units += other.Units;
        JoinedUnits += other.JoinedUnits;
        Guided += other.Guided;
        Roles += other.Roles;
        EndedRoles += other.EndedRoles;
        Tags += other.Tags;
        Audiences += other.Audiences;
        Rules += other.Rules;
        Clients += other.Clients;
        Plans += other.Plans;
    }
}
