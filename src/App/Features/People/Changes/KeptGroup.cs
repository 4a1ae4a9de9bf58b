using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>A membership as it was.</summary>
/// <param name="Id">The group.</param>
/// <param name="WasOwner">Whether the person owned it.</param>
/// <param name="Heir">Who owns it now; null for nobody else.</param>
internal sealed record KeptGroup(ConversationId Id, bool WasOwner, PersonId? Heir);
