using HaiZhengTong.App.Features.People.Duties;
using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Duties;

/// <summary>Adds, renames, retires and orders duties, in place.</summary>
public sealed partial class DutyEditor : ComponentBase
{
    private IReadOnlyList<DutyView>? _duties;
    private PersonId _me;
    private string? _edited;
    private string? _why;
    private string? _said;
    private string? _nameEn;
    private string? _newNameEn;
    private string _name = "";
    private string _newName = "";
    private bool _failed;
    private bool _busy;

    [Inject]
    internal DutyActs Acts { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _duties = await Loader.TryAsync(() => Acts.List.HandleAsync(CancellationToken.None));
        _failed = _duties is null;
    }

    private void Edit(DutyView duty) => (_edited, _newName, _newNameEn) = (duty.Code, duty.Name, duty.NameEn);

    private async Task AddAsync()
    {
        if (await DoAsync(() => Acts.Add.HandleAsync(new AddDutyRequest(_name, _nameEn), _me, CancellationToken.None)))
        {
            (_name, _nameEn) = ("", null);
        }
    }

    private async Task RenameAsync(DutyView duty)
    {
        if (await DoAsync(() => Acts.Rename.HandleAsync(new RenameDutyRequest(duty.Code, _newName, _newNameEn, duty.Version), _me, CancellationToken.None)))
        {
            _edited = null;
        }
    }

    private Task<bool> RetireAsync(DutyView duty) =>
        DoAsync(() => Acts.Retire.HandleAsync(new RetireDutyRequest(duty.Code, !duty.IsRetired, duty.Version), _me, CancellationToken.None));

    private async Task MoveAsync(int from, int to)
    {
        List<string> seen = [.. _duties!.Select(duty => duty.Code)];
        List<string> order = [.. seen];
        order.RemoveAt(from);
        order.Insert(to, seen[from]);
        var name = _duties![from].Name;
        if (await DoAsync(() => Acts.Reorder.HandleAsync(new ReorderDutiesRequest(seen, order), _me, CancellationToken.None)))
        {
            _said = T["People.MovedTo", name, to + 1, seen.Count];
        }
    }

    // A refusal keeps what was typed; what others changed meanwhile is shown in any case.
    private async Task<bool> DoAsync<TDone>(Func<Task<Result<TDone>>> act)
    {
        _busy = true;
        var done = await Loader.TryAsync(async () => new { (await act()).Refusal });
        _why = done is null ? T["Ui.NotDone"] : done.Refusal is { } refusal ? T.Of(refusal) : null;
        if (done is not null)
        {
            await LoadAsync();
        }

        _busy = false;
        return done is { Refusal: null };
    }
}
