using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace HaiZhengTong.TestKit.Databases;

/// <summary>
/// Runs a theory once on each database; the database is the first argument, <paramref name="more"/> follow.
/// Several of them stand side by side like InlineData.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryDatabaseAttribute(params object?[] more) : DataAttribute
{
    public object?[] More => more;

    public override bool SupportsDiscoveryEnumeration() => true;

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Database>().Select(database => new TheoryDataRow([database, .. more]))]);
}
