using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Tests.People.Visibility;

/// <summary>What a reader sees, worked out in memory one by one straight from the words of the rules.</summary>
internal sealed class PlainSight(RandomProvince province, PersonId reader)
{
    private readonly Dictionary<UnitId, Unit> _units = province.Units.ToDictionary(unit => unit.Id);

    public HashSet<UnitId> Units() => [.. province.Units.Select(unit => unit.Id).Where(SeesUnit)];

    public HashSet<PostId> Posts() => [.. province.Posts.Where(SeesPost).Select(post => post.Id)];

    public HashSet<PersonId> People() => [.. province.People.Select(person => person.Id).Where(SeesPerson)];

    public HashSet<PersonId> WithMobile() => [.. province.People.Select(person => person.Id)
        .Where(person => IsFree(person, VisibilityRuleKind.HideMobile, _ => true))];

    public HashSet<PersonId> Reachable() => [.. province.People.Select(person => person.Id)
        .Where(person => IsFree(person, VisibilityRuleKind.ShieldLeaders, post => post.Duty == "leader"))];

    /// <summary>How many active people have a post the reader sees in or below the unit.</summary>
    public int Count(UnitId unit, Line line) => province.Posts
        .Where(post => IsBelow(post.UnitId, unit, line) && SeesPost(post))
        .Where(post => province.People.Single(person => person.Id == post.PersonId).Status == PersonStatus.Active)
        .Select(post => post.PersonId)
        .Distinct()
        .Count();

    private bool SeesUnit(UnitId unit) =>
        !Binding(VisibilityRuleKind.HideUnit).Any(rule => IsBelow(unit, rule.UnitId!.Value, Line.Administrative));

    private bool SeesPost(Post post) => SeesUnit(post.UnitId)
        && !Binding(VisibilityRuleKind.HidePerson).Any(rule => rule.PersonId == post.PersonId)
        && (post.PersonId == reader || Manages(post.UnitId) || post.Visibility switch
        {
            PostVisibility.Everyone => true,
            PostVisibility.Office => IsOwnOffice(post.UnitId),
            PostVisibility.Administrators => false,
        });

    private bool SeesPerson(PersonId person) =>
        person == reader
        || (!Binding(VisibilityRuleKind.HidePerson).Any(rule => rule.PersonId == person)
            && (PostsOf(person).Any(SeesPost) || !PostsOf(person).Any()));

    private bool IsFree(PersonId person, VisibilityRuleKind kind, Func<Post, bool> isCovered) =>
        person == reader
        || PostsOf(person).Any(post => IsOwnOffice(post.UnitId) || Manages(post.UnitId))
        || !Binding(kind).Any(rule => rule.PersonId == person
            || PostsOf(person).Any(post => isCovered(post) && rule.UnitId is { } unit && IsBelow(post.UnitId, unit, Line.Administrative)));

    private IEnumerable<VisibilityRule> Binding(VisibilityRuleKind kind) => province.Rules.Where(rule => rule.Kind == kind && Binds(rule));

    private bool Binds(VisibilityRule rule)
    {
        if (IsProvince || (rule.ExceptId is { } audience && IsIn(province.Audiences.Single(one => one.Id == audience))))
        {
            return false;
        }

        if (rule.PersonId is { } person)
        {
            return person != reader && !PostsOf(person).Any(post => IsOwnOffice(post.UnitId) || Manages(post.UnitId));
        }

        var unit = rule.UnitId!.Value;
        var hasPartIn = rule.Kind == VisibilityRuleKind.HideUnit
            && (IsOwnOffice(unit)
                || PostsOf(reader).Any(post => IsBelow(post.UnitId, unit, Line.Administrative))
                || GrantsOfReader.Any(grant => IsBelow(grant.UnitId, unit, Line.Administrative)));
        return !hasPartIn && !Manages(unit);
    }

    private IEnumerable<AdminGrant> GrantsOfReader => province.Grants
        .Where(grant => grant.PersonId == reader && (grant.Role is AdminRole.Unit or AdminRole.InformationOfficer));

    private bool IsProvince => province.Grants.Exists(grant => grant.PersonId == reader
        && (grant.Role is AdminRole.Province or AdminRole.SystemAdministrator or AdminRole.SecurityAdministrator));

    private bool Manages(UnitId unit) => IsProvince || GrantsOfReader.Any(grant => IsBelow(unit, grant.UnitId, grant.Line));

    private bool IsOwnOffice(UnitId unit) => OfficeOf(unit) is { } office && PostsOf(reader).Any(post => OfficeOf(post.UnitId) == office);

    private UnitId? OfficeOf(UnitId unit)
    {
        UnitId? at = unit;
        while (at is { } one && _units[one].Kind == UnitKind.Department)
        {
            at = _units[one].ParentId;
        }

        return at;
    }

    private bool IsBelow(UnitId unit, UnitId above, Line line)
    {
        for (UnitId? at = unit; at is { } one; at = _units[one].Above(line))
        {
            if (one == above)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<Post> PostsOf(PersonId person) => province.Posts.Where(post => post.PersonId == person);

    private bool IsIn(Audience audience) =>
        province.People.Single(person => person.Id == reader).Status == PersonStatus.Active
        && audience.Terms.Exists(term => !term.Exclude && IsMet(term))
        && !audience.Terms.Exists(term => term.Exclude && IsMet(term));

    private bool IsMet(AudienceTerm term) => term.Kind switch
    {
        AudienceTermKind.Everyone => true,
        AudienceTermKind.Person => term.PersonId == reader,
        AudienceTermKind.Tag => false,
        AudienceTermKind.Duty => PostsOf(reader).Any(post => post.Duty == term.Duty),
        AudienceTermKind.Subtree => PostsOf(reader).Any(post =>
            IsBelow(post.UnitId, term.UnitId!.Value, term.Line ?? Line.Administrative) && (term.Duty is null || term.Duty == post.Duty)),
    };
}
