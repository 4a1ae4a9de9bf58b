using HaiZhengTong.Domain.People;
using HaiZhengTong.TestKit;

namespace HaiZhengTong.App.Tests.People;

/// <summary>So many empty units below one that its subtree is a large one.</summary>
internal static class Crowd
{
    private const int Units = 1_001;

    public static async Task AddAsync(TestHost host, Unit above, CancellationToken cancellationToken)
    {
        await using var database = await host.OpenDatabaseAsync();
        for (var number = 0; number < Units; number++)
        {
            var unit = Unit.Create(new NewUnit(UnitId.New(), above.Id, above.Id, UnitKind.Office, $"下属{number}", null, "xia shu", null, number)).Value;
            database.Add(unit);
            foreach (var line in Enum.GetValues<Line>())
            {
                database.Add(new UnitClosure { Line = line, AncestorId = unit.Id, DescendantId = unit.Id, Depth = 0 });
                database.Add(new UnitClosure { Line = line, AncestorId = above.Id, DescendantId = unit.Id, Depth = 1 });
            }
        }

        await database.SaveChangesAsync(cancellationToken);
    }
}
