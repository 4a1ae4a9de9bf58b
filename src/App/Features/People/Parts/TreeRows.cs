using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>The rows of a tree that can be seen, in order; children come when a row is opened and stay known.</summary>
internal sealed class TreeRows(Func<UnitId?, Task<IReadOnlyList<UnitNode>>> load)
{
    private readonly Dictionary<UnitId, IReadOnlyList<UnitNode>> _known = [];
    private readonly List<TreeRow> _rows = [];

    public IReadOnlyList<TreeRow> Rows => _rows;

    /// <summary>The same rows, for what wants to count them.</summary>
    public ICollection<TreeRow> All => _rows;

    /// <summary>Reads everything anew; what was open opens again.</summary>
    public async Task LoadAsync()
    {
        var open = _rows.Where(row => row.IsOpen).Select(row => row.Node.Id).ToHashSet();
        var top = await load(null);
        _known.Clear();
        _rows.Clear();
        _rows.AddRange(Below(top, 0));
        for (var at = 0; at < _rows.Count; at++)
        {
            if (open.Contains(_rows[at].Node.Id))
            {
                await OpenAsync(at);
            }
        }
    }

    public int IndexOf(UnitId unit) => _rows.FindIndex(row => row.Node.Id == unit);

    /// <summary>Shows what stands below a row.</summary>
    public async Task OpenAsync(int at)
    {
        var row = _rows[at];
        if (row.IsOpen || !row.Node.HasChildren)
        {
            return;
        }

        row.IsOpen = true;
        if (!_known.TryGetValue(row.Node.Id, out var children))
        {
            try
            {
                children = await load(row.Node.Id);
            }
            catch
            {
                row.IsOpen = false;
                throw;
            }

            _known[row.Node.Id] = children;
        }

        // The row may have moved, or been closed, while its children were on the way.
        if (row.IsOpen && _rows.IndexOf(row) is >= 0 and var now)
        {
            _rows.InsertRange(now + 1, Below(children, row.Depth + 1));
        }
    }

    /// <summary>Hides what stands below a row.</summary>
    public void Close(int at)
    {
        var row = _rows[at];
        row.IsOpen = false;
        var end = at + 1;
        while (end < _rows.Count && _rows[end].Depth > row.Depth)
        {
            end++;
        }

        _rows.RemoveRange(at + 1, end - at - 1);
    }

    /// <summary>Opens everything on the way down to a unit and answers its row; -1 where the way does not lead through this tree.</summary>
    public async Task<int> RevealAsync(IReadOnlyList<UnitStep> path)
    {
        var at = -1;
        foreach (var step in path)
        {
            if (at >= 0)
            {
                await OpenAsync(at);
            }

            at = IndexOf(step.Id);
            if (at < 0)
            {
                return -1;
            }
        }

        return at;
    }

    /// <summary>The row above in the tree, not in the list; -1 at the top.</summary>
    public int ParentOf(int at)
    {
        var above = at - 1;
        while (above >= 0 && _rows[above].Depth >= _rows[at].Depth)
        {
            above--;
        }

        return above;
    }

    private static IEnumerable<TreeRow> Below(IReadOnlyList<UnitNode> nodes, int depth) =>
        nodes.Select((node, place) => new TreeRow(node, depth, place + 1, nodes.Count));
}
