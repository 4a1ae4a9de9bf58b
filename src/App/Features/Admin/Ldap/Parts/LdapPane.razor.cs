using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Ldap;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Ldap.Parts;

/// <summary>Shows the directories and takes each from step to step; the work itself goes on without the page.</summary>
public sealed partial class LdapPane : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private readonly OwnLanguage _own = new();
    private readonly List<LdapJob> _watched = [];
    private IReadOnlyList<LdapSourceView>? _sources;
    private PersonId _me;
    private bool _failed;
    private int _atWork;

    [Inject]
    internal ListLdapSources List { get; set; } = default!;

    [Inject]
    internal LdapDesk Desk { get; set; } = default!;

    [Inject]
    internal LdapWork Work { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    public void Dispose()
    {
        _watched.ForEach(job => job.Changed -= Show);
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        await LoadAsync();
        foreach (var job in (_sources ?? []).Select(source => Desk.Of(source.Name)))
        {
            _watched.Add(job);
            job.Changed += Show;
        }
    }

    private string Schedule(LdapSourceView source) =>
        source.Every is { } every ? T["Ldap.Every", every.TotalHours >= 1 ? T["Ldap.Hours", every.TotalHours] : T["Ldap.Minutes", every.TotalMinutes]] : T["Ldap.ByHandOnly"];

    private async Task LoadAsync()
    {
        var loaded = await Loader.TryAsync(async () => new { Sources = await List.HandleAsync(_me, _closed.Token) });
        _failed = loaded is not { Sources.Refusal: null };
        _sources = _failed ? _sources : loaded!.Sources.Value;
    }

    private void Check(string source) => _ = Work.CheckAsync(source, _me);

    private void Write(string source, LdapReport report, bool agreed) =>
        _ = Work.WriteAsync(new RunLdapSyncRequest(source, LdapRunKind.ByHand) { Seen = report.Digest, AllowsMissing = agreed }, _me);

    private void Show() => _ = InvokeAsync(() => _own.ActAsync(ShowAsync));

    // When a step is over, there is another run to show.
    private async Task ShowAsync()
    {
        var atWork = _watched.Count(job => job.IsAtWork);
        if (atWork < _atWork && !_closed.IsCancellationRequested)
        {
            _atWork = atWork;
            await LoadAsync();
        }

        _atWork = atWork;
        StateHasChanged();
    }
}
