using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Chat.UnitGroups;

/// <summary>A unit's group and the audience it follows.</summary>
internal sealed record UnitGroupKey(ConversationId Group, AudienceId Audience);
