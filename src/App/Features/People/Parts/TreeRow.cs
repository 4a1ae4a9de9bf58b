namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>One line of the flattened tree.</summary>
/// <param name="node">The unit.</param>
/// <param name="depth">How deep it stands, from 0.</param>
/// <param name="place">Its place among its siblings, from 1.</param>
/// <param name="siblings">How many siblings there are, itself among them.</param>
internal sealed class TreeRow(UnitNode node, int depth, int place, int siblings)
{
    public UnitNode Node => node;

    public int Depth => depth;

    public int Place => place;

    public int Siblings => siblings;

    public bool IsOpen { get; set; }
}
