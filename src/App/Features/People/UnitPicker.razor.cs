using HaiZhengTong.App.Ui;
using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HaiZhengTong.App.Features.People;

/// <summary>Chooses one unit among those an administrator may change, or among others.</summary>
public sealed partial class UnitPicker
{
    private readonly string _list = $"units-{Guid.CreateVersion7():N}";
    private IReadOnlyList<UnitHit>? _hits;
    private int _asked;
    private int _at = -1;
    private bool _failed;

    [Inject]
    internal PageLoader Loader { get; set; } = default!;

    /// <summary>The administrator, whose subtree is offered.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>Where the units come from; none: those the administrator may change.</summary>
    [Parameter]
    public Func<string, Task<IReadOnlyList<UnitHit>>>? Source { get; set; }

    /// <summary>Which of them are offered.</summary>
    [Parameter]
    public Func<UnitHit, bool> Fits { get; set; } = _ => true;

    [Parameter]
    public UnitHit? Chosen { get; set; }

    [Parameter]
    public EventCallback<UnitHit?> ChosenChanged { get; set; }

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    protected override Task OnInitializedAsync() => FindAsync("");

    private async Task FindAsync(string? typed)
    {
        var asked = ++_asked;
        var found = await Loader.TryAsync(() => Source is null ? Find.HandleAsync(typed ?? "", By, CancellationToken.None) : Source(typed ?? ""));
        if (asked == _asked)
        {
            _failed = found is null;
            _hits = [.. (found ?? []).Where(Fits)];
            _at = -1;
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        var count = _hits?.Count ?? 0;
        _at = key.Key switch { "ArrowDown" => Math.Min(_at + 1, count - 1), "ArrowUp" => Math.Max(_at - 1, -1), _ => _at };
        if (key.Key == "Enter" && _at >= 0 && _at < count)
        {
            await ChosenChanged.InvokeAsync(_hits![_at]);
        }
    }
}
