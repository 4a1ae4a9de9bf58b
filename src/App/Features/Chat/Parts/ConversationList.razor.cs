using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Live;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>The person's conversations, moved up as they move; drawn at once when all is quiet, else once a second.</summary>
public sealed partial class ConversationList(
    ListConversations list, ReadConversation read, IPersonFeed feed, ILogger<ConversationList> logger) : ComponentBase, IDisposable
{
    private static readonly TimeSpan _betweenDrawings = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _closed = new();
    private readonly ShownConversations _shown = new();
    private Coalescer? _drawing;
    private IDisposable? _listening;
    private IReadOnlyList<ConversationRow>? _rows;
    private ConversationCursor? _next;
    private string _named = "";
    private bool _founding;
    private bool _failed;

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter]
    public ConversationId? Selected { get; set; }

    /// <summary>A chat was begun and should be opened.</summary>
    [Parameter]
    public EventCallback<ConversationId> OnFounded { get; set; }

    public void Dispose()
    {
        _listening?.Dispose();
        _drawing?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _drawing = new Coalescer(() => InvokeAsync(Draw), _betweenDrawings, Clock);
        _listening = feed.Subscribe(Me, happened => InvokeAsync(() => OnEventAsync(happened)));
        await ReloadAsync();
    }

    private string LineOf(ConversationRow row) => row.Line switch
    {
        null => "",
        { Kind: MessageKind.System } line => MessageItem.Sentence(line.Text, T),
        { Kind: MessageKind.Meeting } line => T["Chat.LineMeeting", line.SenderName],
        { } line when row.IsGroup && line.SenderId != Me => T["Chat.LineOf", line.SenderName, line.Text],
        { } line => line.Text,
    };

    private async Task ReloadAsync()
    {
        try
        {
            var page = await list.HandleAsync(new ListConversationsRequest(Named: _named), Me, _closed.Token);
            _shown.Reset(page.Rows);
            _next = page.Next;
            _failed = false;
            Draw();
        }
        catch (Exception exception) when (!_closed.IsCancellationRequested)
        {
            LogListFailed(exception);
            _failed = true;
        }
    }

    private async Task MoreAsync()
    {
        var page = await list.HandleAsync(new ListConversationsRequest(_next, Named: _named), Me, _closed.Token);
        _shown.Add(page.Rows);
        _next = page.Next;
        Draw();
    }

    private Task OnNamedAsync(ChangeEventArgs typed)
    {
        _named = (typed.Value as string)?.Trim() ?? "";
        return ReloadAsync();
    }

    private async Task OnEventAsync(PersonEvent happened)
    {
        switch (happened)
        {
            case ConversationMoved moved when _shown.Move(moved):
            case ReadMoved read when _shown.Read(read):
            case LastLineChanged line when _shown.Reword(line):
                _drawing!.Poke();
                break;
            case ConversationMoved moved:
                await RefreshAsync(moved.ConversationId);
                break;
            case ConversationsChanged changed:
                await RefreshAsync(changed.ConversationId);
                break;
            case EventsLost:
                await ReloadAsync();
                break;
        }
    }

    // A conversation that is new here, left, renamed or muted.
    private async Task RefreshAsync(ConversationId conversation)
    {
        if (_named.Length > 0)
        {
            await ReloadAsync();
            return;
        }

        var card = await read.HandleAsync(conversation, Me, _closed.Token);
        _shown.Put(conversation, card.Refusal is null ? card.Value.Row : null);
        _drawing!.Poke();
    }

    private void Draw()
    {
        _rows = _shown.InOrder();
        StateHasChanged();
    }

    [LoggerMessage(LogLevel.Error, "The list of conversations could not be read")]
    private partial void LogListFailed(Exception exception);
}
