namespace HaiZhengTong.Domain.Chat;

/// <summary>A message at its place.</summary>
/// <param name="Message">The stored message.</param>
/// <param name="IsRepeat">True when it was there already: the same sender had sent the same client id before.</param>
public sealed record AppendedMessage(MessageView Message, bool IsRepeat);
