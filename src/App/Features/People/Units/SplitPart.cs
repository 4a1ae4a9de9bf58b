using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Units;

/// <summary>One of the new units a unit is split into, and what goes over to it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="ShortName">A short name; none where it needs none.</param>
/// <param name="Posts">Posts of the split unit.</param>
/// <param name="Units">Units that stand below the split unit, or are guided by it.</param>
public sealed record SplitPart(string Name, string? ShortName, IReadOnlyList<PostId> Posts, IReadOnlyList<UnitId> Units);
