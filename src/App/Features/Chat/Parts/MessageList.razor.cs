using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>The messages, as plain markup: no component per message. Drawn only when the version rises.</summary>
public sealed partial class MessageList : ComponentBase
{
    // In a short conversation everybody sees where it begins.
    private const int FewMessages = 20;

    // The people a sign names.
    private const int MostNamed = 12;

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

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    /// <summary>Rises whenever there is something new to draw.</summary>
    [Parameter, EditorRequired]
    public long Version { get; set; }

    /// <summary>The reader wants to see the first unread message, which is above the window.</summary>
    [Parameter]
    public EventCallback OnUnread { get; set; }

    private bool KeepsOrder =>
        View.Row is { IsGroup: true } && View.Roster.Find(Me)?.Role is (MemberRole.Owner or MemberRole.Administrator);

    private bool IsUnreadAbove =>
        View.FirstUnread is { } first && View.Timeline.Messages.Count > 0 && first < View.Timeline.Messages[0].Seq;

    protected override bool ShouldRender() => Version != _drawn;

    protected override void OnParametersSet()
    {
        _lastOwn = Rows.LastOrDefault(row => row.IsOwn);
    }

    protected override void OnAfterRender(bool firstRender) => _drawn = Version;

    // The message another one answers, by a glance: who, and how it begins. What was recalled is not shown again.
    private string QuoteOf(long seq)
    {
        if (View.Quoted(seq) is not { } quoted)
        {
            return T["Chat.AnsweredGone"];
        }

        var name = View.Roster.Find(quoted.SenderId)?.Name ?? T["Chat.SomebodyGone"];
        return quoted switch
        {
            { IsRecalled: true } => T["Chat.QuoteRecalled"],
            { Kind: MessageKind.Meeting } => T["Chat.LineMeeting", name],
            _ => T["Chat.LineOf", name, MessageExcerpt.Cut(quoted.Kind, quoted.Body)],
        };
    }

    private string Names(ReactionTally tally)
    {
        var names = string.Join('、', tally.First.Take(MostNamed).Select(person => View.Roster.Find(person)?.Name ?? T["Chat.SomebodyGone"]));
        return tally.Count > MostNamed ? T["Chat.SignByMore", names, tally.Count] : names;
    }

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
