using System.Globalization;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>Fills the units with invented people and their posts.</summary>
internal sealed class PeopleMaker(IReadOnlyList<SeedUnit> units, SeedRandom random, DateTimeOffset now)
{
    private const int RankStep = 10;
    private const int RegisteredDaysAgo = 200;

    private readonly NameMaker _names = new();
    private readonly AccountNames _accounts = new();
    private readonly List<SeedPerson> _people = [];
    private readonly List<Post> _posts = [];

    public IReadOnlyList<SeedPerson> People => _people;

    public IReadOnlyList<Post> Posts => _posts;

    public void Make(int total)
    {
        Share(total);
        var cast = Cast.All.ToLookup(one => (one.Office, one.Department));
        foreach (var unit in units.Where(unit => unit.People > 0))
        {
            var here = cast[(unit.Office.Name, unit.Name)].ToArray();
            for (var place = 0; place < unit.People; place++)
            {
                MakePerson(unit, place, Array.Find(here, one => one.Seat == place));
            }
        }

        new SecondPostMaker(units, _people, random.Fork()).Make(_posts);
    }

    // Everybody's share of the total by weight, at least one person to each unit, rest carried on so that the sum fits.
    private void Share(int total)
    {
        var @fixed = units.Where(unit => unit.IsFixed).Sum(unit => unit.Weight);
        var open = units.Where(unit => unit is { IsFixed: false, Weight: > 0 }).ToArray();
        var spare = total - @fixed - open.Length;
        var weights = open.Sum(unit => (long)unit.Weight);
        var carried = 0L;
        foreach (var unit in open)
        {
            carried += (long)unit.Weight * spare;
            unit.People = 1 + (int)(carried / weights);
            carried %= weights;
        }

        foreach (var unit in units.Where(unit => unit.IsFixed))
        {
            unit.People = unit.Weight;
        }
    }

    private void MakePerson(SeedUnit unit, int place, Cast? cast)
    {
        var name = cast is null ? _names.Make(random) : default;
        var reading = PersonName.Of(cast?.Name ?? name.Whole);
        var person = Person.Create(
            PersonId.From(random.NextId()),
            cast?.Account ?? _accounts.Next(name, reading),
            cast?.Name ?? name.Whole,
            reading.SortKey,
            cast?.Mobile ?? Mobile(),
            now.AddDays(-RegisteredDaysAgo)).Value;
        _people.Add(new SeedPerson(person, unit));

        var seat = SeatTitles.Of(unit, place, unit.People);
        var post = new NewPost(
            PostId.From(random.NextId()), person.Id, unit.Id, cast?.Title ?? seat.Title, seat.Duty, (place + 1) * RankStep, true, OfficePhone(unit), Room(unit));
        _posts.Add(Post.Create(post).Value);
    }

    // No operator gives out mobile numbers that begin with 12, and no exchange of Hainan begins with 0.
    private string Mobile() =>
        string.Create(CultureInfo.InvariantCulture, $"12{random.Between(5, 9)}{random.Below(10_000):0000}{random.Below(10_000):0000}");

    private string? OfficePhone(SeedUnit unit) => unit.Level == SeedLevel.Village && random.Chance(700)
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"0898-0{random.Between(100, 999)} {random.Below(10_000):0000}");

    private string? Room(SeedUnit unit) => unit.Level switch
    {
        SeedLevel.Province => string.Create(CultureInfo.InvariantCulture, $"省政府大楼 {random.Between(1, 6)} 号楼 {random.Between(1, 9)}{random.Between(1, 30):00}"),
        SeedLevel.Prefecture or SeedLevel.County => string.Create(CultureInfo.InvariantCulture, $"{random.Between(1, 3)} 号楼 {random.Between(1, 8)}{random.Between(1, 24):00}"),
        SeedLevel.Township => string.Create(CultureInfo.InvariantCulture, $"{random.Between(1, 4)}{random.Between(1, 16):00}"),
        SeedLevel.Village => null,
    };
}
