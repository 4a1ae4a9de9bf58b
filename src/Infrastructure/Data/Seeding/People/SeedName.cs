namespace HaiZhengTong.Infrastructure.Data.Seeding.People;

/// <summary>An invented name, surname and given name apart.</summary>
internal readonly record struct SeedName(string Surname, string Given)
{
    public string Whole => Surname + Given;
}
