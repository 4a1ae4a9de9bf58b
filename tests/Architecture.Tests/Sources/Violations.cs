using Xunit;

namespace HaiZhengTong.Architecture.Tests.Sources;

/// <summary>Fails with every violation on a line of its own.</summary>
internal static class Violations
{
    public static void None(IEnumerable<string> found)
    {
        var lines = found.Distinct().Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
        {
            Assert.Fail(string.Join('\n', [$"{lines.Count} violations:", .. lines]));
        }
    }
}
