using HaiZhengTong.Domain.People;

namespace HaiZhengTong.Domain.Chat;

/// <summary>The beginning of a conversation's last message, for the list; never the whole body.</summary>
public sealed record MessageExcerpt(PersonId SenderId, string SenderName, MessageKind Kind, string Text, DateTimeOffset At)
{
    /// <summary>The most characters of a text that a list shows.</summary>
    public const int MaxLength = 60;

    /// <summary>The beginning of a message as it stands; of a recalled one the line that says so.</summary>
    public static MessageExcerpt Of(MessageView message, string senderName)
    {
        ArgumentNullException.ThrowIfNull(message);
        var kind = message.IsRecalled ? MessageKind.System : message.Kind;
        return new MessageExcerpt(message.SenderId, senderName, kind, Cut(kind, message.Body), message.CreatedAt);
    }

    /// <summary>The first line's beginning, cut between characters. A system line and a meeting stay whole: they are keys, not text.</summary>
    public static string Cut(MessageKind kind, string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (kind is not MessageKind.Text)
        {
            return body;
        }

        var line = body.Length > MaxLength * 2 ? body[..(MaxLength * 2)] : body;
        line = line.ReplaceLineEndings(" ");
        if (line.Length <= MaxLength)
        {
            return line;
        }

        var end = char.IsHighSurrogate(line[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return line[..end] + "…";
    }
}
