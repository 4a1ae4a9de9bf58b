using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.People.Visibility;

/// <summary>
/// Who may see whom: how far one reader sees in the directory. Loaded once for an operation, then laid over queries as a
/// filter, so that tree, search, card, pickers and API answer alike. Without rules nothing is laid over anything.
/// </summary>
/// <remarks>
/// A unit is seen when no rule that binds the reader hides it or a unit above it in the administrative line. A post is
/// seen when its unit and its person are and its own visibility includes the reader. A person is seen when no binding rule
/// names the person and at least one post is seen, or there is none. Oneself one always sees.
/// </remarks>
internal sealed class Sight
{
    /// <summary>The duty that makes a post a leader's.</summary>
    public const string LeaderDuty = "leader";

    private readonly PersonId _reader;

    private Sight(AppDbContext database, PersonId reader, SightScope scope)
    {
        Database = database;
        Scope = scope;
        _reader = reader;
    }

    public AppDbContext Database { get; }

    public SightScope Scope { get; }

    /// <summary>Whether there is anything in the province that this reader does not see.</summary>
    public bool IsFull => Scope.SeesAll || (!Scope.RestrictsPosts && Scope.Binding.Count == 0);

    /// <summary>Whether somebody, not necessarily this reader, sees less than all.</summary>
    public bool IsSomethingHidden => Scope.HasRules || Scope.RestrictsPosts;

    private bool MissesUnits => Binds(VisibilityRuleKind.HideUnit);

    private bool MissesPosts => Scope is { RestrictsPosts: true, SeesAll: false };

    private IReadOnlyList<UnitId> Own => Scope.Own;

    private IQueryable<AdminGrant> Grants => SightScope.GrantsOf(Database, _reader);

    public static async Task<Sight> OfAsync(AppDbContext database, PersonId reader, CancellationToken cancellationToken) =>
        new(database, reader, await SightScope.LoadAsync(database, reader, cancellationToken));

    /// <summary>What everyone sees, wherever they stand.</summary>
    public static async Task<Sight> OfAStrangerAsync(AppDbContext database, CancellationToken cancellationToken) =>
        new(database, default, await SightScope.OfAStrangerAsync(database, cancellationToken));

    /// <summary>Whether a rule of the kind binds the reader.</summary>
    public bool Binds(VisibilityRuleKind kind) => Scope.Binding.Contains(kind);

    /// <summary>The units among these that the reader sees.</summary>
    public IQueryable<Unit> Units(IQueryable<Unit> units)
    {
        var rules = Rules(VisibilityRuleKind.HideUnit);
        return !MissesUnits ? units : units.Where(unit => !Database.UnitClosures.Any(step =>
            step.Line == Line.Administrative && step.DescendantId == unit.Id && rules.Any(rule => rule.UnitId == step.AncestorId)));
    }

    /// <summary>The posts among these that the reader sees.</summary>
    public IQueryable<Post> Posts(IQueryable<Post> posts)
    {
        if (MissesPosts)
        {
            var (own, grants) = (Own, Grants);
            posts = posts.Where(post => post.Visibility == PostVisibility.Everyone
                || post.PersonId == _reader
                || (post.Visibility == PostVisibility.Office && own.Contains(post.UnitId))
                || grants.Any(grant => Database.UnitClosures.Any(step =>
                    step.Line == grant.Line && step.AncestorId == grant.UnitId && step.DescendantId == post.UnitId)));
        }

        if (MissesUnits)
        {
            var rules = Rules(VisibilityRuleKind.HideUnit);
            posts = posts.Where(post => !Database.UnitClosures.Any(step =>
                step.Line == Line.Administrative && step.DescendantId == post.UnitId && rules.Any(rule => rule.UnitId == step.AncestorId)));
        }

        if (Binds(VisibilityRuleKind.HidePerson))
        {
            var rules = Rules(VisibilityRuleKind.HidePerson);
            posts = posts.Where(post => !rules.Any(rule => rule.PersonId == post.PersonId));
        }

        return posts;
    }

    /// <summary>The people among these that the reader sees.</summary>
    public IQueryable<Person> People(IQueryable<Person> people)
    {
        if (Binds(VisibilityRuleKind.HidePerson))
        {
            var rules = Rules(VisibilityRuleKind.HidePerson);
            people = people.Where(person => !rules.Any(rule => rule.PersonId == person.Id));
        }

        if (MissesUnits || MissesPosts)
        {
            var seen = Posts(Database.Posts);
            people = people.Where(person => person.Id == _reader
                || seen.Any(post => post.PersonId == person.Id)
                || !Database.Posts.Any(post => post.PersonId == person.Id));
        }

        return people;
    }

    /// <summary>The people among these whose mobile number the reader may ask for. Says nothing about seeing the person.</summary>
    public IQueryable<Person> WithMobile(IQueryable<Person> people) =>
        Without(people, VisibilityRuleKind.HideMobile, Database.Posts);

    /// <summary>The people among these the reader may write to and call in. Says nothing about seeing the person.</summary>
    public IQueryable<Person> Reachable(IQueryable<Person> people) =>
        Without(people, VisibilityRuleKind.ShieldLeaders, Database.Posts.Where(post => post.Duty == LeaderDuty));

    /// <summary>The rules of the kind that bind the reader.</summary>
    public IQueryable<VisibilityRule> Rules(VisibilityRuleKind kind)
    {
        var exempt = Scope.Exempt;
        return Database.VisibilityRules.Where(rule => rule.Kind == kind && !exempt.Contains(rule.Id));
    }

    // Without whom a rule names, or whose posts of this sort stand in the subtree of one; the own office and those one manages stay.
    private IQueryable<Person> Without(IQueryable<Person> people, VisibilityRuleKind kind, IQueryable<Post> covered)
    {
        if (!Binds(kind))
        {
            return people;
        }

        var rules = Rules(kind);
        var (own, grants) = (Own, Grants);
        var near = Database.Posts.Where(post => own.Contains(post.UnitId)
            || grants.Any(grant => Database.UnitClosures.Any(step =>
                step.Line == grant.Line && step.AncestorId == grant.UnitId && step.DescendantId == post.UnitId)));
        var below = covered.Where(post => Database.UnitClosures.Any(step =>
            step.Line == Line.Administrative && step.DescendantId == post.UnitId && rules.Any(rule => rule.UnitId == step.AncestorId)));
        return people.Where(person => person.Id == _reader
            || near.Any(post => post.PersonId == person.Id)
            || (!rules.Any(rule => rule.PersonId == person.Id) && !below.Any(post => post.PersonId == person.Id)));
    }
}
