using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <summary>Asks once more before something is done with everybody found, and does it.</summary>
public sealed partial class GatherDialog(FoundAudienceGroup found, SendToAudience send, SaveAudience save) : ComponentBase
{
    private readonly Guid _request = Guid.CreateVersion7();
    private string _name = "";
    private string _body = "";
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public Act Act { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<AudienceRule> Rules { get; set; }

    /// <summary>How many were counted.</summary>
    [Parameter]
    public int Total { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    [Parameter]
    public EventCallback OnClose { get; set; }

    [Parameter]
    public EventCallback<GatherDone> OnDone { get; set; }

    private async Task ActAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var done = Act switch
            {
                Act.Group => await FoundAsync(),
                Act.Send => await SendAsync(),
                Act.Save => await SaveAsync(),
            };
            if (done is not null)
            {
                await OnDone.InvokeAsync(done);
            }
        }
        finally
        {
            _busy = false;
        }
    }

    private async Task<GatherDone?> FoundAsync()
    {
        var made = await found.HandleAsync(new FoundAudienceGroupRequest(Rules, _name, _body), By, CancellationToken.None);
        _refusal = made.Refusal;
        return made.Refusal is null ? new GatherDone(T["Audience.GroupDone", made.Value.Members, made.Value.LeftOut], made.Value.Group) : null;
    }

    private async Task<GatherDone?> SendAsync()
    {
        var sent = await send.HandleAsync(new SendToAudienceRequest(_request, Rules, _body), By, CancellationToken.None);
        _refusal = sent.Refusal;
        return sent.Refusal is null ? new GatherDone(T["Audience.SendDone", sent.Value.Sent, sent.Value.LeftOut], null) : null;
    }

    private async Task<GatherDone?> SaveAsync()
    {
        _refusal = (await save.HandleAsync(new SaveAudienceRequest(_name, Rules), By, CancellationToken.None)).Refusal;
        return _refusal is null ? new GatherDone(T["Audience.SaveDone", _name], null) : null;
    }
}
