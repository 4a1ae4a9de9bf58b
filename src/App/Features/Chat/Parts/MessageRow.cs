using System.Globalization;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Meetings;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>A message made ready for the screen once, drawn many times.</summary>
public sealed class MessageRow
{
    private static readonly TimeSpan _run = TimeSpan.FromMinutes(5);

    private MessageRow(MessageView message) => Message = message;

    public MessageView Message { get; }

    public required bool IsOwn { get; init; }

    public required string Name { get; init; }

    /// <summary>Unit and title of the sender, apart by a blank.</summary>
    public required string Unit { get; init; }

    public required MarkupString Body { get; init; }

    public required string Time { get; init; }

    public required DateOnly Day { get; init; }

    public string Avatar => AvatarText.OfPerson(Name);

    public int Colour => AvatarText.Colour(Message.SenderId.Value);

    public MeetingId? Meeting { get; private init; }

    /// <summary>Whether its sender worded it anew since it was sent.</summary>
    public bool IsEdited => Message is { EditedAt: not null, IsRecalled: false };

    /// <summary>A line between the messages: the system's, or what is left of a recalled message.</summary>
    public bool IsLine => Message.Kind == MessageKind.System || Message.IsRecalled;

    internal static MessageRow Of(MessageView message, Roster roster, PersonId me, Texts texts)
    {
        var sender = roster.Find(message.SenderId);
        return new MessageRow(message)
        {
            IsOwn = message.SenderId == me && message.Kind != MessageKind.System,
            Name = sender?.Name ?? texts["Chat.SomebodyGone"],
            Unit = sender is null ? "" : $"{sender.UnitName} {sender.Title}".Trim(),
            Body = BodyOf(message, roster, texts),
            Time = ChinaTime.Of(message.CreatedAt).ToString("HH:mm", CultureInfo.InvariantCulture),
            Day = ChinaTime.Day(message.CreatedAt),
            Meeting = message.Kind == MessageKind.Meeting && Guid.TryParse(message.Body, out var id) ? new MeetingId(id) : null,
        };
    }

    private static MarkupString BodyOf(MessageView message, Roster roster, Texts texts) =>
        (message.IsRecalled ? MessageKind.System : message.Kind) switch
        {
            MessageKind.Text => BodyMarkup.Of(message.Body, roster),
            MessageKind.System => BodyMarkup.Of(MessageItem.Sentence(message.Body, texts), Roster.Nobody),
            MessageKind.Meeting => default,
        };

    /// <summary>Whether this message continues the run of the one before: same sender, same day, soon after.</summary>
    public bool Continues(MessageRow? before) =>
        before is not null
        && before.Message.SenderId == Message.SenderId
        && !before.IsLine
        && !IsLine
        && before.Day == Day
        && Message.CreatedAt - before.Message.CreatedAt < _run;
}
