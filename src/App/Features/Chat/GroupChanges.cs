namespace HaiZhengTong.App.Features.Chat;

/// <summary>The use cases the information beside a conversation offers.</summary>
public sealed record GroupChanges(RenameGroup Rename, LeaveGroup Leave, MuteConversation Mute);
