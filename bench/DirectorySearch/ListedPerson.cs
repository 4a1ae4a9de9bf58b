using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Bench.DirectorySearch;

/// <summary>Somebody of the province, to take words from.</summary>
internal sealed record ListedPerson(PersonId Id, string Account, string Name, string NamePy, string Mobile);
