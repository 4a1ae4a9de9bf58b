using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data.Seeding.Organisation;

namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>An invented person and the unit of the main post.</summary>
internal sealed record SeedPerson(Person Person, SeedUnit Unit)
{
    public PersonId Id => Person.Id;

    public string Name => Person.Name;
}
