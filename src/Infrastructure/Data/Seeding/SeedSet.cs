using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Chat;
using HaiZhengTong.Infrastructure.Data.Seeding.Launcher;
using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;
using HaiZhengTong.Infrastructure.Data.Seeding.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding;

/// <summary>The whole invented province, before it is written. The same size and moment give the same set everywhere.</summary>
internal sealed class SeedSet
{
    private const ulong Seed = 46_0000_2046;

    private readonly DateTimeOffset _now;

    private SeedSet(DateTimeOffset now) => _now = now;

    public required IReadOnlyList<SeedUnit> Units { get; init; }

    public required IReadOnlyList<SeedPerson> People { get; init; }

    public required IReadOnlyList<Post> Posts { get; init; }

    public required ChatRows Chat { get; init; }

    public required IReadOnlyList<SeedConversation> Conversations { get; init; }

    public required ApplicationMaker Launcher { get; init; }

    public required TodoMaker Todos { get; init; }

    public static SeedSet Make(SeedSize size, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var scale = SeedScale.Of(size);
        var ids = new SeedRandom(Seed);
        var units = new OrganisationMaker(scale, ids).Make();
        var people = new PeopleMaker(units, ids, now);
        people.Make(scale.People);
        cancellationToken.ThrowIfCancellationRequested();

        var conversations = Talk(scale, units, people.People, ids, now);
        cancellationToken.ThrowIfCancellationRequested();

        var launcher = new ApplicationMaker(units, ids);
        launcher.Make();
        return new SeedSet(now)
        {
            Units = units,
            People = people.People,
            Posts = people.Posts,
            Conversations = conversations,
            Chat = new ChatRows(conversations, ids),
            Launcher = launcher,
            Todos = new TodoMaker(people.People, ids, now),
        };
    }

    public IEnumerable<UnitClosure> Closures()
    {
        Unit[] units = [.. Units.Select(unit => unit.Unit)];
        return UnitLines.Closure(units, Line.Administrative).Concat(UnitLines.Closure(units, Line.Business));
    }

    public IEnumerable<PersonToken> Tokens() =>
        from person in People
        from token in PersonTokens.Of(person.Person.Name, person.Person.Mobile, person.Person.Account)
        select new PersonToken { Token = token.Token, PersonId = person.Id, Weight = token.Weight };

    public IEnumerable<AdminGrant> Grants()
    {
        var home = Units.First(unit => unit.Name == Cast.HomeOffice);
        yield return Grant(Cast.ProvinceAdministrator, Units[0], AdminRole.Province);
        yield return Grant(Cast.UnitAdministrator, home, AdminRole.Unit);
    }

    private AdminGrant Grant(string account, SeedUnit unit, AdminRole role) => new()
    {
        PersonId = People.First(person => person.Person.Account == account).Id,
        UnitId = unit.Id,
        Role = role,
        GrantedAt = _now.AddDays(-100),
    };

    private static List<SeedConversation> Talk(
        SeedScale scale, IReadOnlyList<SeedUnit> units, IReadOnlyList<SeedPerson> people, SeedRandom random, DateTimeOffset now)
    {
        string[] counties = [.. units.Where(unit => unit is { Level: SeedLevel.County, Unit.Kind: UnitKind.Division }).Select(unit => unit.Name)];
        string[] offices = [.. units.Where(unit => unit is { Level: SeedLevel.Province, Unit.Kind: UnitKind.Office }).Select(unit => unit.Name)];
        var story = new StoryMaker(people, random, now).Make().ToList();
        var groups = new GroupMaker(people, new TalkMaker(counties, offices, now), random);
        var written = story.Count(conversation => conversation.Title.Length > 0);
        return [.. story, .. groups.MakeGroups(scale.Groups - written), .. groups.MakeDirectChats(scale.DirectChats)];
    }
}
