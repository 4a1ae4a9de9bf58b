using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>Begins a chat: one person makes a direct chat, more make a group.</summary>
public sealed partial class NewChatDialog(FoundGroup found, OpenDirectChat direct) : ComponentBase
{
    private IReadOnlyList<PersonHit> _people = [];
    private IReadOnlyCollection<PersonId> _self = [];
    private string? _title;
    private Refusal? _refusal;
    private bool _busy;

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter]
    public bool Open { get; set; }

    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    [Parameter]
    public EventCallback<ConversationId> OnMade { get; set; }

    protected override void OnParametersSet()
    {
        _self = [Me];
        if (!Open)
        {
            (_people, _title, _refusal) = ([], null, null);
        }
    }

    private void Choose(IReadOnlyList<PersonHit> people) => (_people, _refusal) = (people, null);

    private async Task MakeAsync()
    {
        if (_busy)
        {
            return;
        }

        _busy = true;
        try
        {
            var made = _people.Count == 1
                ? await direct.HandleAsync(_people[0].Id, Me, CancellationToken.None)
                : await found.HandleAsync(new FoundGroupRequest([.. _people.Select(person => person.Id)], _title), Me, CancellationToken.None);
            _refusal = made.Refusal;
            if (made.Refusal is null)
            {
                await OpenChanged.InvokeAsync(false);
                await OnMade.InvokeAsync(made.Value);
            }
        }
        finally
        {
            _busy = false;
        }
    }
}
