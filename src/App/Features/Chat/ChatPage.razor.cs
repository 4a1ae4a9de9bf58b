using HaiZhengTong.App.Hosting;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace HaiZhengTong.App.Features.Chat;

/// <summary>Conversations beside each other: the list, the open one, its information.</summary>
public sealed partial class ChatPage(OpenDirectChat direct, IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private DotNetObjectReference<ChatPage>? _self;
    private IJSObjectReference? _script;
    private ElementReference _root;
    private PersonId _me;
    private ConversationId? _open;
    private (Guid? Conversation, Guid? Person) _address;
    private Refusal? _refusal;
    private bool _ready;
    private bool _info;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    [Parameter]
    public Guid? ConversationId { get; set; }

    [Parameter]
    public Guid? PersonId { get; set; }

    private string Pane => _open is null ? "list" : _info ? "side" : "main";

    /// <summary>The browser asks for another conversation: a click in the list, or back and forward.</summary>
    [JSInvokable]
    public Task OpenAsync(Guid? conversation)
    {
        _open = conversation is { } id ? new ConversationId(id) : null;
        _refusal = null;
        _info = false;
        StateHasChanged();
        return Task.CompletedTask;
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
        if (_address == (ConversationId, PersonId))
        {
            return;
        }

        _address = (ConversationId, PersonId);
        if (PersonId is { } person)
        {
            await OpenWithAsync(new PersonId(person));
        }
        else
        {
            await OpenAsync(ConversationId);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            var module = await js.InvokeAsync<IJSObjectReference>("import", $"./{Assets["dist/chat.js"]}");
            _script = await module.InvokeAsync<IJSObjectReference>("start", _root, _self);
            await module.DisposeAsync();
            await ShowAddressAsync();
            StateHasChanged();
        }
    }

    private async Task OpenWithAsync(PersonId person)
    {
        var chat = await direct.HandleAsync(person, _me, _closed.Token);
        _refusal = chat.Refusal;
        _open = chat.Refusal is null ? chat.Value : null;
        _info = false;
        await ShowAddressAsync();
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

    private async Task ShowAddressAsync(bool asNew = false)
    {
        if (_script is not null)
        {
            await _script.InvokeVoidAsync("address", _open?.Value, asNew);
        }
    }
}
