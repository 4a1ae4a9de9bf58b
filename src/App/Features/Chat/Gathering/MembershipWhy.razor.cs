using HaiZhengTong.App.Features.People;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;

namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <summary>Says why a person is in an audience or is not.</summary>
public sealed partial class MembershipWhy(ExplainMembership explain, ListDuties duties) : ComponentBase
{
    private IReadOnlyList<PersonHit> _chosen = [];
    private DutyWords _duties = DutyWords.None;
    private MembershipView? _view;
    private Refusal? _refusal;
    private int _version;

    [Parameter, EditorRequired]
    public required IReadOnlyList<AudienceRule> Rules { get; set; }

    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>Rises with every change of the rules.</summary>
    [Parameter]
    public int Version { get; set; }

    protected override async Task OnInitializedAsync() => _duties = new DutyWords(await duties.HandleAsync(CancellationToken.None));

    protected override void OnParametersSet()
    {
        // What was said of the old rules may not hold of the new ones.
        if (_version != Version)
        {
            (_version, _chosen, _view, _refusal) = (Version, [], null, null);
        }
    }

    private async Task ChooseAsync(IReadOnlyList<PersonHit> chosen)
    {
        (_chosen, _view, _refusal) = (chosen, null, null);
        if (chosen.Count > 0)
        {
            var said = await explain.HandleAsync(chosen[0].Id, Rules, By, CancellationToken.None);
            _view = said.Refusal is null ? said.Value : null;
            _refusal = said.Refusal;
        }
    }
}
