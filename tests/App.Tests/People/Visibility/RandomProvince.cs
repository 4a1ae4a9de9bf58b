using HaiZhengTong.Domain.Admin;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Tests.People.Visibility;

/// <summary>A small province put together by chance: units in both lines, posts, grants, audiences, rules of every kind.</summary>
internal sealed class RandomProvince
{
    private readonly Random _random;

    public RandomProvince(int seed)
    {
        _random = new Random(seed);
        for (var place = 0; place < 18; place++)
        {
            Units.Add(MakeUnit(place));
        }

        for (var place = 0; place < 12; place++)
        {
            People.Add(MakePerson(place));
            AddPosts(People[^1]);
        }

        for (var place = 0; place < 5; place++)
        {
            AddRule();
        }

        foreach (var person in People.Where(_ => Chance(4)))
        {
            Grants.Add(new AdminGrant
            {
                PersonId = person.Id,
                UnitId = AnyUnit().Id,
                Role = Chance(6) ? AnyRole() : Chance(3) ? AdminRole.InformationOfficer : AdminRole.Unit,
                Line = Chance(3) ? Line.Business : Line.Administrative,
                GrantedAt = DateTimeOffset.UnixEpoch,
            });
        }
    }

    public List<Unit> Units { get; } = [];

    public List<Person> People { get; } = [];

    public List<Post> Posts { get; } = [];

    public List<AdminGrant> Grants { get; } = [];

    public List<Audience> Audiences { get; } = [];

    public List<VisibilityRule> Rules { get; } = [];

    /// <summary>Takes the place of what the database held.</summary>
    public async Task KeepAsync(AppDbContext database, CancellationToken cancellationToken)
    {
        await database.VisibilityRules.ExecuteDeleteAsync(cancellationToken);
        await database.AudienceTerms.ExecuteDeleteAsync(cancellationToken);
        await database.Audiences.ExecuteDeleteAsync(cancellationToken);
        await database.AdminGrants.ExecuteDeleteAsync(cancellationToken);
        await database.Posts.ExecuteDeleteAsync(cancellationToken);
        await database.People.ExecuteDeleteAsync(cancellationToken);
        await database.UnitClosures.ExecuteDeleteAsync(cancellationToken);
        await database.Units.ExecuteUpdateAsync(
            row => row.SetProperty(unit => unit.ParentId, (UnitId?)null).SetProperty(unit => unit.LineParentId, (UnitId?)null), cancellationToken);
        await database.Units.ExecuteDeleteAsync(cancellationToken);

        database.AddRange(Units);
        database.AddRange(Enum.GetValues<Line>().SelectMany(line => UnitLines.Closure(Units, line)));
        database.AddRange(People);
        database.AddRange(Posts);
        database.AddRange(Grants);
        database.AddRange(Audiences);
        await database.SaveChangesAsync(cancellationToken);
        database.AddRange(Rules);
        await database.SaveChangesAsync(cancellationToken);
    }

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private Unit AnyUnit() => Units[_random.Next(Units.Count)];

    private AdminRole AnyRole() => Enum.GetValues<AdminRole>()[_random.Next(Enum.GetValues<AdminRole>().Length)];

    private Person AnyPerson() => People[_random.Next(People.Count)];

    // Whoever guides a unit was made before it: no circle in either line.
    private Unit MakeUnit(int place)
    {
        var kind = place == 0 ? UnitKind.Division : _random.Next(3) switch { 0 => UnitKind.Office, 1 => UnitKind.Department, _ => UnitKind.Division };
        var parent = place == 0 ? null : (UnitId?)AnyUnit().Id;
        var superior = place > 2 && Chance(3) ? (UnitId?)AnyUnit().Id : null;
        return Unit.Create(new NewUnit(UnitId.New(), parent, superior, kind, $"单位{place}", null, $"danwei{place}", null, place)).Value;
    }

    private Person MakePerson(int place)
    {
        var person = Person.Create(PersonId.New(), $"r{place}", $"人{place}", $"ren {place}", $"1380000{place:0000}", DateTimeOffset.UnixEpoch).Value;
        if (Chance(12))
        {
            person.Disable();
        }

        return person;
    }

    private void AddPosts(Person person)
    {
        for (var count = _random.Next(8) switch { 0 => 0, < 5 => 1, < 7 => 2, _ => 3 }; count > 0; count--)
        {
            var visibility = _random.Next(8) switch { 0 => PostVisibility.Office, 1 => PostVisibility.Administrators, _ => PostVisibility.Everyone };
            Posts.Add(Post.Create(new NewPost(
                PostId.New(), person.Id, AnyUnit().Id, "科员", Chance(3) ? "leader" : null, Posts.Count, count == 1, null, null)
            {
                Visibility = visibility,
            }).Value);
        }
    }

    private void AddRule()
    {
        var kind = (VisibilityRuleKind)_random.Next(4);
        var aboutPerson = kind == VisibilityRuleKind.HidePerson || (kind != VisibilityRuleKind.HideUnit && Chance(2));
        var exception = Chance(2) ? MakeAudience() : null;
        Rules.Add(new VisibilityRule
        {
            Id = VisibilityRuleId.New(),
            Kind = kind,
            PersonId = aboutPerson ? AnyPerson().Id : null,
            UnitId = aboutPerson ? null : AnyUnit().Id,
            ExceptId = exception?.Id,
            Reason = "试",
            MadeBy = People[0].Id,
            MadeAt = DateTimeOffset.UnixEpoch,
        });
    }

    private Audience MakeAudience()
    {
        var audience = new Audience { Id = AudienceId.New(), Name = "例外" };
        for (var place = 0; place < 2; place++)
        {
            var kind = (AudienceTermKind)_random.Next(1, 4);
            audience.Terms.Add(new AudienceTerm
            {
                AudienceId = audience.Id,
                Ordinal = place,
                Kind = kind,
                Line = kind == AudienceTermKind.Subtree ? (Line)_random.Next(2) : null,
                UnitId = kind == AudienceTermKind.Subtree ? AnyUnit().Id : null,
                Duty = kind == AudienceTermKind.Duty || (kind == AudienceTermKind.Subtree && Chance(4)) ? "leader" : null,
                PersonId = kind == AudienceTermKind.Person ? AnyPerson().Id : null,
                Exclude = place == 1 && Chance(2),
            });
        }

        Audiences.Add(audience);
        return audience;
    }
}
