using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>One open conversation: head, messages, composer. What is typed and sent lives in the browser and survives this.</summary>
public sealed partial class ConversationPane(ConversationReads reads, IChatFeed feed, ILogger<ConversationPane> logger) : ComponentBase, IAsyncDisposable
{
    private readonly Dictionary<MessageId, MessageRow> _made = [];
    private DotNetObjectReference<ConversationPane>? _self;
    private IJSObjectReference? _attached;
    private ElementReference _talk;
    private OpenConversation? _view;
    private IReadOnlyList<MessageRow> _rows = [];
    private Refusal? _refusal;
    private long _version;
    private bool _failed;
    private bool _attaching;

    [Inject]
    public required TimeProvider Clock { get; set; }

    [Parameter, EditorRequired]
    public ConversationId Id { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    /// <summary>The page's script; null until the browser has it.</summary>
    [Parameter]
    public IJSObjectReference? Script { get; set; }

    [Parameter]
    public bool InfoOpen { get; set; }

    [Parameter]
    public EventCallback OnInfo { get; set; }

    /// <summary>The reader reached the top of the window.</summary>
    [JSInvokable]
    public async Task<bool> OlderAsync() => _view is not null && await AndDraw(_view.OlderAsync());

    /// <summary>The reader reached the end of a window that is not the end of the conversation.</summary>
    [JSInvokable]
    public async Task<bool> NewerAsync() => _view is not null && await AndDraw(_view.NewerAsync());

    /// <summary>Back to the end.</summary>
    [JSInvokable]
    public async Task NewestAsync()
    {
        if (_view is not null)
        {
            await _view.ShowAsync(around: null);
            Draw();
        }
    }

    /// <summary>To the place of a message that is not in the window.</summary>
    [JSInvokable]
    public async Task AroundAsync(long seq)
    {
        if (_view is not null)
        {
            await _view.ShowAsync(seq);
            Draw();
        }
    }

    /// <summary>Whether the person has the newest message before the eyes.</summary>
    [JSInvokable]
    public Task LookAsync(bool looking)
    {
        _view?.Look(looking);
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _view?.Dispose();
        if (_attached is not null)
        {
            try
            {
                await _attached.InvokeVoidAsync("detach");
                await _attached.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser went first.
            }
        }

        _self?.Dispose();
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The row may have been read since this was drawn: then the place of the talk is in the next drawing.
        if (Script is not null && _view?.Row is not null && _talk.Id is not null && !_attaching)
        {
            _attaching = true;
            _self = DotNetObjectReference.Create(this);
            _attached = await Script.InvokeAsync<IJSObjectReference?>("attach", _talk, _self, Id.Value, _view.Row.Title);
        }
    }

    private async Task LoadAsync()
    {
        var screen = new ConversationScreen(work => InvokeAsync(work), Draw, Clock);
        var view = new OpenConversation(Id, Me, reads, feed, screen);
        try
        {
            (_view, _failed) = (view, false);
            _refusal = await view.LoadAsync();
            Draw();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogLoadFailed(exception, Id);
            view.Dispose();
            (_view, _failed) = (null, true);
        }
    }

    private async Task ToUnreadAsync()
    {
        if (_view is { FirstUnread: { } first })
        {
            await _view.ShowAsync(first);
            Draw();
            if (_attached is not null)
            {
                await _attached.InvokeVoidAsync("toUnread");
            }
        }
    }

    private async Task<bool> AndDraw(Task<bool> reading)
    {
        var found = await reading;
        Draw();
        return found;
    }

    private void Draw()
    {
        if (_view is null)
        {
            return;
        }

        // A message is made ready once; only what is on the screen is kept.
        var shown = _view.Timeline.Messages;
        var rows = new List<MessageRow>(shown.Count);
        foreach (var message in shown)
        {
            rows.Add(_made.TryGetValue(message.Id, out var made) && made.Message.Rev == message.Rev ? made : MessageRow.Of(message, _view.Roster, Me, T));
        }

        _made.Clear();
        rows.ForEach(row => _made[row.Message.Id] = row);
        _rows = rows;
        _version++;
        StateHasChanged();
    }

    private string Subtitle(ConversationRow row)
    {
        if (row.IsGroup)
        {
            return T["Chat.MemberCount", _view!.Roster.Members.Count];
        }

        var other = row.OtherId is { } id ? _view!.Roster.Find(id) : null;
        return other is null ? "" : $"{other.UnitName} {other.Title}".Trim();
    }

    [LoggerMessage(LogLevel.Error, "Conversation {ConversationId} could not be read")]
    private partial void LogLoadFailed(Exception exception, ConversationId conversationId);
}
