namespace HaiZhengTong.App.Features.Chat.Messages;

/// <summary>What can be done to a message once it is sent.</summary>
internal sealed record MessageActs(EditMessage Edit, RecallMessage Recall, SetReaction React, ReadMessage Read, ListWordings Wordings);
