using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People;

/// <summary>Who searches, and who is near to that person.</summary>
/// <param name="Sight">Whom and what the searcher sees.</param>
/// <param name="Office">The units of the own office.</param>
/// <param name="Contacts">The contacts, the closer the larger.</param>
internal sealed record Searcher(Sight Sight, IReadOnlyList<UnitId> Office, IReadOnlyDictionary<PersonId, int> Contacts);
