using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>Gives some 4 % of the people a second post: in a task force, or in another department of the same office.</summary>
internal sealed class SecondPostMaker(IReadOnlyList<SeedUnit> units, IReadOnlyList<SeedPerson> people, SeedRandom random)
{
    private const int PerMille = 40;
    private const int TaskForceSize = 18;
    private const int RankStep = 10;
    private const int AfterMainPosts = 5_000;

    public void Make(List<Post> posts)
    {
        var taken = FillTaskForces(posts);
        var departments = units.Where(unit => unit.Seats is SeatKind.Department or SeatKind.Office or SeatKind.Village)
            .ToLookup(unit => unit.Office.Parent ?? unit.Office);
        foreach (var person in people)
        {
            if (!random.Chance(PerMille) || taken.Contains(person.Id))
            {
                continue;
            }

            var near = departments[person.Unit.Office.Parent ?? person.Unit.Office].ToArray();
            var unit = near.Length == 0 ? person.Unit : random.Pick(near);
            if (unit != person.Unit)
            {
                Add(posts, person.Id, unit, random.Chance(500) ? new("联络员", Duties.Liaison) : new("挂职干部", null), AfterMainPosts);
            }
        }
    }

    private HashSet<PersonId> FillTaskForces(List<Post> posts)
    {
        var taken = new HashSet<PersonId>();
        var byAccount = people.Where(person => Cast.All.Any(cast => cast.Account == person.Person.Account)).ToDictionary(person => person.Person.Account);
        var leaders = people.Where(person => person.Unit is { Level: SeedLevel.Province, Seats: SeatKind.Department }).ToArray();
        foreach (var force in units.Where(unit => unit.Seats == SeatKind.TaskForce))
        {
            var members = force.Name == "一网协同专班"
                ? new List<SeedPerson> { byAccount[Cast.UnitAdministrator], byAccount[Cast.Clerk], byAccount[Cast.Planner], byAccount[Cast.Colleague] }
                : [];
            while (members.Count < TaskForceSize)
            {
                var member = random.Pick(leaders);
                if (taken.Add(member.Id) && !byAccount.ContainsKey(member.Person.Account))
                {
                    members.Add(member);
                }
            }

            for (var place = 0; place < members.Count; place++)
            {
                taken.Add(members[place].Id);
                Add(posts, members[place].Id, force, SeatTitles.Of(force, place, members.Count), place * RankStep);
            }
        }

        return taken;
    }

    private void Add(List<Post> posts, PersonId person, SeedUnit unit, Seat seat, int rank) => posts.Add(Post.Create(
        new NewPost(PostId.From(random.NextId()), person, unit.Id, seat.Title, seat.Duty, rank + RankStep, false, null, null)).Value);
}
