using HaiZhengTong.App.Hosting;
using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.Launcher;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace HaiZhengTong.App.Features.Admin.Applications;

/// <summary>The form an application is registered and changed with.</summary>
public sealed partial class ApplicationEditor : ComponentBase
{
    private static readonly string[] _fields =
    [
        "Launcher.NameMissing", "Launcher.NameLength", "Admin.NameTaken", "Launcher.AddressForm",
        "Launcher.AddressLength", "Launcher.CategoryMissing", "Launcher.CategoryLength", "Launcher.GlyphLength",
        "Audience.RuleForm", "Audience.RuleUnknown", "Audience.OnlyExclusions", "Audience.TooManyRules",
        "Admin.NoRules",
    ];

    private readonly OaApplicationId _newId = OaApplicationId.New();
    private PersonId _me;
    private ApplicationDraft? _draft;
    private IReadOnlyList<string> _categories = [];
    private long _version;
    private Refusal? _refusal;
    private bool _failed;
    private bool _busy;
    private bool _asking;

    [Inject]
    internal ApplicationActs Acts { get; set; } = default!;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [Inject]
    internal Toasts Toasts { get; set; } = default!;

    [CascadingParameter]
    public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>The application to change; null for a new one.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        _me = (await Authentication).User.PersonId();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        _refusal = null;
        var categories = await Loader.TryAsync(() => Acts.Categories.HandleAsync(CancellationToken.None));
        _categories = categories ?? [];
        _failed = categories is null;
        if (Id is null)
        {
            _draft = new ApplicationDraft { Category = _categories.Count > 0 ? _categories[0] : "" };
            return;
        }

        var read = await Loader.TryAsync(async () => new { It = await Acts.Read.HandleAsync(new OaApplicationId(Id.Value), _me, CancellationToken.None) });
        if (read is null || read.It.Refusal is not null)
        {
            _failed = true;
            return;
        }

        (_draft, _version) = (ApplicationDraft.Of(read.It.Value), read.It.Value.Version);
    }

    private async Task SaveAsync()
    {
        if (_busy || _draft is null)
        {
            return;
        }

        _busy = true;
        _refusal = _draft is { IsForEveryone: false, Rules.Count: 0 }
            ? new Refusal(RefusalKind.Invalid, "Admin.NoRules")
            : await SendAsync(_draft);
        _busy = false;
        if (_refusal is null)
        {
            await LeaveAsync(Id is null ? "Admin.Registered" : "Admin.Saved", _draft.Name);
        }
    }

    private async Task<Refusal?> SendAsync(ApplicationDraft draft) => Id is { } id
        ? (await Acts.Change.HandleAsync(
            new ChangeApplicationRequest(new OaApplicationId(id), _version, draft.Details, draft.Audience), _me, CancellationToken.None)).Refusal
        : (await Acts.Register.HandleAsync(
            new RegisterApplicationRequest(_newId, draft.Details, draft.Audience), _me, CancellationToken.None)).Refusal;

    private async Task RemoveAsync()
    {
        if (_busy || _draft is null || Id is not { } id)
        {
            return;
        }

        _busy = true;
        _refusal = (await Acts.Remove.HandleAsync(new OaApplicationId(id), _version, _me, CancellationToken.None)).Refusal;
        (_busy, _asking) = (false, false);
        if (_refusal is null)
        {
            await LeaveAsync("Admin.Removed", _draft.Name);
        }
    }

    private async Task LeaveAsync(string key, string name)
    {
        await Toasts.ShowAsync(T[key, name]);
        Navigation.NavigateTo("admin/apps");
    }

    private Refusal? Of(params string[] keys) =>
        _refusal is not null && keys.Any(key => _refusal.TextKey.StartsWith(key, StringComparison.Ordinal)) ? _refusal : null;

    private static bool IsOfField(Refusal refusal) => _fields.Any(key => refusal.TextKey.StartsWith(key, StringComparison.Ordinal));
}
