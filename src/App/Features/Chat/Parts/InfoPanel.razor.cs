using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>Who is in a conversation, and what its members may change.</summary>
public sealed partial class InfoPanel(
    ReadConversation read, GroupChanges changes, IChatFeed feed, ILogger<InfoPanel> logger) : ComponentBase, IChatListener, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IChatSession? _session;
    private ConversationCard? _card;
    private Refusal? _refusal;
    private string? _title;
    private bool _renaming;
    private bool _adding;
    private bool _leaving;
    private bool _failed;

    [Parameter, EditorRequired]
    public ConversationId Id { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Parameter]
    public EventCallback OnLeft { get; set; }

    private bool IsOwner => _card?.Roster.Find(Me)?.Role == MemberRole.Owner;

    public Task OnEventsAsync(IReadOnlyList<ConversationEvent> events) =>
        events.Any(happened => happened is MembersChanged) ? OnResyncAsync() : Task.CompletedTask;

    public Task OnResyncAsync() => InvokeAsync(LoadAsync);

    public void Dispose()
    {
        _session?.Dispose();
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        _session = feed.Open(Me, this);
        _session.Follow(Id);
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        try
        {
            var card = await read.HandleAsync(Id, Me, _closed.Token);
            _refusal = card.Refusal;
            _card = card.Refusal is null ? card.Value : _card;
            _failed = false;
        }
        catch (Exception exception) when (!_closed.IsCancellationRequested)
        {
            LogLoadFailed(exception, Id);
            _failed = true;
        }

        StateHasChanged();
    }

    private void BeginRename() => (_title, _renaming) = (_card!.Row.Title, true);

    private async Task RenameAsync()
    {
        var renamed = await changes.Rename.HandleAsync(Id, _title ?? "", Me, _closed.Token);
        _refusal = renamed.Refusal;
        _renaming = renamed.Refusal is not null;
    }

    private async Task MuteAsync(ChangeEventArgs asked)
    {
        _refusal = (await changes.Mute.HandleAsync(Id, asked.Value is true, Me, _closed.Token)).Refusal;
        await LoadAsync();
    }

    private async Task LeaveAsync()
    {
        _leaving = false;
        _refusal = (await changes.Leave.HandleAsync(Id, Me, _closed.Token)).Refusal;
        if (_refusal is null)
        {
            await OnLeft.InvokeAsync();
        }
    }

    [LoggerMessage(LogLevel.Error, "The members of conversation {ConversationId} could not be read")]
    private partial void LogLoadFailed(Exception exception, ConversationId conversationId);
}
