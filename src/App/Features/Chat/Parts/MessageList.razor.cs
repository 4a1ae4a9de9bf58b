using HaiZhengTong.Domain.Chat;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>The messages, as plain markup: no component per message. Drawn only when the version rises.</summary>
public sealed partial class MessageList : ComponentBase
{
    // In a short conversation everybody sees where it begins.
    private const int FewMessages = 20;

    // Keys of the rows that are no messages.
    private static readonly object _older = new();
    private static readonly object _beginning = new();
    private static readonly object _unread = new();
    private static readonly object _newer = new();
    private static readonly object _outbox = new();

    private MessageRow? _lastOwn;
    private long _drawn = -1;

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired]
    public required OpenConversation View { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<MessageRow> Rows { get; set; }

    /// <summary>Rises whenever there is something new to draw.</summary>
    [Parameter, EditorRequired]
    public long Version { get; set; }

    /// <summary>The reader wants to see the first unread message, which is above the window.</summary>
    [Parameter]
    public EventCallback OnUnread { get; set; }

    private bool IsUnreadAbove =>
        View.FirstUnread is { } first && View.Timeline.Messages.Count > 0 && first < View.Timeline.Messages[0].Seq;

    protected override bool ShouldRender() => Version != _drawn;

    protected override void OnParametersSet()
    {
        _lastOwn = Rows.LastOrDefault(row => row.IsOwn);
    }

    protected override void OnAfterRender(bool firstRender) => _drawn = Version;

    private string ReadState(MessageRow row)
    {
        var (read, unread) = View.Roster.ReadersOf(row.Message);
        if (View.Row?.Kind == ConversationKind.Direct)
        {
            return T[read > 0 ? "Chat.Read" : "Chat.Unread"];
        }

        return unread == 0 ? T["Chat.ReadByAll"] : T["Chat.ReadBy", read, unread];
    }
}
