using HaiZhengTong.Domain.People;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>The tree of one line, flattened into a virtual list; the keys are those of the WAI-ARIA tree.</summary>
public sealed partial class UnitTree(
    ListUnitChildren children, ReadUnitPath paths, NavigationManager navigation, ILogger<UnitTree> logger) : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private TreeRows? _tree;
    private ElementReference _scroll;
    private UnitId? _active;
    private UnitId? _shown;
    private Line _line;
    private int _version;
    private int _reveal = -1;
    private bool _failed;

    [Parameter, EditorRequired]
    public Line Line { get; set; }

    /// <summary>Who looks.</summary>
    [Parameter, EditorRequired]
    public PersonId By { get; set; }

    /// <summary>The unit whose page is open; the tree opens on the way to it.</summary>
    [Parameter]
    public UnitId? Selected { get; set; }

    /// <summary>Rises when the organisation was changed and the tree must be read anew.</summary>
    [Parameter]
    public int Version { get; set; }

    private string? ActiveId => _active is { } unit ? $"unit-{unit}" : null;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var isOther = _tree is null || _line != Line;
        if (isOther || _version != Version)
        {
            _tree = isOther ? null : _tree;
            (_line, _version) = (Line, Version);
            await ReloadAsync();
        }
        else if (_shown != Selected)
        {
            await RevealAsync(_tree!);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_reveal >= 0 && _tree is not null)
        {
            var at = _reveal;
            _reveal = -1;
            await Js.InvokeVoidAsync("hzt.showRow", _closed.Token, _scroll, at, _tree.Rows.Count);
        }
    }

    private static string IdOf(TreeRow row) => $"unit-{row.Node.Id}";

    private string HrefOf(TreeRow row) => DirectoryAddress.Of(row.Node.Id, Line);

    private string ClassOf(TreeRow row) => $"tr d{Math.Min(row.Depth, 12)} {(_active == row.Node.Id ? "active" : null)}";

    private async Task ReloadAsync()
    {
        _failed = false;
        try
        {
            var tree = _tree ?? NewTree(Line);
            await tree.LoadAsync();
            if (tree.Rows.Count == 1)
            {
                await tree.OpenAsync(0);
            }

            await RevealAsync(tree);
            _tree = tree;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            logger.LoadFailed(exception);
            _failed = true;
        }
    }

    private TreeRows NewTree(Line line) =>
        new(parent => children.HandleAsync(new ListUnitChildrenRequest(parent, line), By, _closed.Token));

    private async Task RevealAsync(TreeRows tree)
    {
        _shown = Selected;
        if (Selected is { } unit)
        {
            var at = tree.IndexOf(unit);
            at = at >= 0 ? at : await tree.RevealAsync(await paths.HandleAsync(unit, Line, By, _closed.Token));
            _active = at >= 0 ? unit : null;
            _reveal = at;
        }
    }

    // The link itself leads to the unit's page; here what stands below it opens.
    private async Task OnChosenAsync(TreeRow row)
    {
        _active = row.Node.Id;
        if (_tree!.IndexOf(row.Node.Id) is >= 0 and var at)
        {
            await _tree.OpenAsync(at);
        }
    }

    private async Task ToggleAsync(TreeRow row)
    {
        _active = row.Node.Id;
        if (_tree!.IndexOf(row.Node.Id) is not (>= 0 and var at))
        {
            return;
        }

        if (row.IsOpen)
        {
            _tree.Close(at);
        }
        else
        {
            await _tree.OpenAsync(at);
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs key)
    {
        var tree = _tree!;
        var at = _active is { } unit ? tree.IndexOf(unit) : -1;
        switch (key.Key)
        {
            case "ArrowDown":
                GoTo(tree, at + 1);
                break;
            case "ArrowUp":
                GoTo(tree, at - 1);
                break;
            case "Home":
                GoTo(tree, 0);
                break;
            case "End":
                GoTo(tree, tree.Rows.Count - 1);
                break;
            case "ArrowRight" when at >= 0 && tree.Rows[at].IsOpen:
                GoTo(tree, at + 1);
                break;
            case "ArrowRight" when at >= 0:
                await tree.OpenAsync(at);
                break;
            case "ArrowLeft" when at >= 0 && tree.Rows[at].IsOpen:
                tree.Close(at);
                break;
            case "ArrowLeft" when at >= 0:
                GoTo(tree, tree.ParentOf(at));
                break;
            case "Enter" when at >= 0:
                navigation.NavigateTo(HrefOf(tree.Rows[at]));
                break;
        }
    }

    private void GoTo(TreeRows tree, int at)
    {
        _reveal = Math.Clamp(at, 0, tree.Rows.Count - 1);
        _active = tree.Rows[_reveal].Node.Id;
    }
}
