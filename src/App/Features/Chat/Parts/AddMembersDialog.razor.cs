using HaiZhengTong.App.Features.People;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Parts;

/// <summary>Picks people for a group that stands already.</summary>
public sealed partial class AddMembersDialog(AddMembers adding) : ComponentBase
{
    private IReadOnlyList<PersonHit> _people = [];
    private IReadOnlyCollection<PersonId> _present = [];
    private Refusal? _refusal;

    [Parameter, EditorRequired]
    public required Roster Roster { get; set; }

    [Parameter, EditorRequired]
    public PersonId Me { get; set; }

    [Parameter]
    public bool Open { get; set; }

    [Parameter]
    public EventCallback<bool> OpenChanged { get; set; }

    protected override void OnParametersSet()
    {
        _present = [.. Roster.Members.Select(member => member.PersonId)];
        if (!Open)
        {
            (_people, _refusal) = ([], null);
        }
    }

    private async Task AddAsync()
    {
        var added = await adding.HandleAsync(Roster.ConversationId, [.. _people.Select(person => person.Id)], Me, CancellationToken.None);
        _refusal = added.Refusal;
        if (added.Refusal is null)
        {
            await OpenChanged.InvokeAsync(false);
        }
    }
}
