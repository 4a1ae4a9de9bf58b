using HaiZhengTong.App.Features.People.Units;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>One of the new units of a split as it is being typed.</summary>
public sealed class SplitDraft
{
    public string Name { get; set; } = "";

    public string? ShortName { get; set; }

    /// <summary>With what was chosen for it.</summary>
    public SplitPart ToPart(IEnumerable<PostId> posts, IEnumerable<UnitId> units) => new(Name, ShortName, [.. posts], [.. units]);
}
