using System.Globalization;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Pinyin;
using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;
using HaiZhengTong.Infrastructure.Data.Seeding.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Sources;

namespace HaiZhengTong.Infrastructure.Data.Seeding.Launcher;

/// <summary>132 applications and 115 OA systems with their audiences: an OA system is seen by its own office.</summary>
internal sealed class ApplicationMaker(IReadOnlyList<SeedUnit> units, SeedRandom random)
{
    public const int OfficeSystems = 115;

    private const string OfficeCategory = "单位 OA";
    private const int FavouritesEach = 8;
    private const int SortStep = 10;

    private readonly List<OaApplication> _applications = [];
    private readonly List<Audience> _audiences = [];

    public IReadOnlyList<OaApplication> Applications => _applications;

    public IReadOnlyList<Audience> Audiences => _audiences;

    public void Make()
    {
        foreach (var row in SeedFile.Rows("Applications.txt"))
        {
            Add(row[1], row[2], row[0], OaApplicationKind.Application, null);
        }

        foreach (var unit in OwnersOfOfficeSystems().Take(OfficeSystems))
        {
            var audience = new Audience { Id = AudienceId.From(random.NextId()), Name = unit.Name };
            audience.Terms.Add(new AudienceTerm
            {
                AudienceId = audience.Id,
                Ordinal = 0,
                Kind = AudienceTermKind.Subtree,
                Line = Line.Administrative,
                UnitId = unit.Id,
            });
            _audiences.Add(audience);
            Add(unit.Name + "OA", "OA", OfficeCategory, OaApplicationKind.OfficeSystem, audience.Id);
        }
    }

    public IEnumerable<AppFavourite> Favourites(IEnumerable<SeedPerson> people) =>
        from person in people
        where Cast.All.Any(cast => cast.Account == person.Person.Account)
        from place in Enumerable.Range(0, FavouritesEach)
        select new AppFavourite { PersonId = person.Id, ApplicationId = _applications[place].Id, Sort = place * SortStep };

    // The province's offices first, then the divisions and their best known bureaus.
    private IEnumerable<SeedUnit> OwnersOfOfficeSystems() =>
        units.Where(unit => unit is { Level: SeedLevel.Province, Unit.Kind: UnitKind.Office })
            .Concat(units.Where(unit => unit is { Level: SeedLevel.Prefecture or SeedLevel.County, Unit.Kind: UnitKind.Division }))
            .Concat(units.Where(unit => unit is { Level: SeedLevel.Prefecture, Unit.Kind: UnitKind.Office, Superior: not null }));

    private void Add(string name, string glyph, string category, OaApplicationKind kind, AudienceId? audience)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"https://{PlainPinyin.Initials(name)}{_applications.Count + 1}.hainan.example/");
        var sort = (_applications.Count + 1) * SortStep;
        var application = OaApplication.Create(
            OaApplicationId.From(random.NextId()),
            new ApplicationDetails(name, glyph, _applications.Count % OaApplication.Colours, address, category, kind, sort)).Value;
        application.AudienceId = audience;
        _applications.Add(application);
    }
}
