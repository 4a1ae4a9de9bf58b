using HaiZhengTong.App.Features.People.Visibility;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>The live part of the conversations page: the list, the open one beside it, its information.</summary>
public sealed partial class ChatPanes(OpenDirectChat direct, IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private DotNetObjectReference<ChatPanes>? _self;
    private IJSObjectReference? _script;
    private ElementReference _root;
    private PersonId _me;
    private ConversationId? _open;
    private (Guid? Conversation, Guid? Person) _given;
    private Refusal? _refusal;
    private PersonId? _shielded;
    private bool _ready;
    private bool _info;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>The conversation of the address.</summary>
    [Parameter]
    public Guid? Conversation { get; set; }

    /// <summary>The person of the address, to talk with directly.</summary>
    [Parameter]
    public Guid? Person { get; set; }

    // Also after the page is gone, when the source itself may no longer be asked.
    private CancellationToken Until => _closed.IsCancellationRequested ? new CancellationToken(canceled: true) : _closed.Token;

    private string Pane => _open is null ? "list" : _info ? "side" : "main";

    /// <summary>The browser asks for another conversation: a click in the list, back and forward, a link to another address.</summary>
    [JSInvokable]
    public Task OpenAsync(Guid? conversation)
    {
        if (_open?.Value == conversation && _refusal is null)
        {
            return Task.CompletedTask;
        }

        _open = conversation is { } id ? new ConversationId(id) : null;
        _refusal = null;
        _info = false;
        StateHasChanged();
        return Task.CompletedTask;
    }

    /// <summary>The browser asks for the direct chat with somebody.</summary>
    [JSInvokable]
    public async Task OpenWithAsync(Guid person)
    {
        var chat = await direct.HandleAsync(new PersonId(person), _me, Until);
        _refusal = chat.Refusal;
        _shielded = WhyNot.ShieldedIn(chat.Refusal);
        _open = chat.Refusal is null ? chat.Value : null;
        _info = false;
        StateHasChanged();
        await SettleAddressAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _closed.Dispose();
        if (_script is not null)
        {
            try
            {
                await _script.InvokeVoidAsync("stop");
                await _script.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser went first.
            }
        }

        _self?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        _me = (await Authentication).User.PersonId();
        _ready = true;

        // Until the script listens the address comes this way; from then on the script tells it.
        if (_script is not null || _given == (Conversation, Person))
        {
            return;
        }

        _given = (Conversation, Person);
        if (Person is { } person)
        {
            await OpenWithAsync(person);
        }
        else
        {
            await OpenAsync(Conversation);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            var module = await js.InvokeAsync<IJSObjectReference>("import", Until, $"./{Assets["dist/chat.js"]}");
            _script = await module.InvokeAsync<IJSObjectReference?>("start", Until, _root, _self);
            await module.DisposeAsync();
            await SettleAddressAsync();
            StateHasChanged();
        }
    }

    private async Task OpenFoundedAsync(ConversationId founded)
    {
        await OpenAsync(founded.Value);
        await ShowAddressAsync(asNew: true);
    }

    private async Task CloseAsync()
    {
        await OpenAsync(null);
        await ShowAddressAsync();
    }

    private async Task ToggleInfoAsync()
    {
        _info = !_info;
        StateHasChanged();
        await Task.CompletedTask;
    }

    // The address of a person becomes that of the conversation, unless the reader has clicked on to another one meanwhile.
    private async Task SettleAddressAsync()
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("settle", _open?.Value);
        }
    }

    private async Task ShowAddressAsync(bool asNew = false)
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("address", _open?.Value, asNew);
        }
    }
}
