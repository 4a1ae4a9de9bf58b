using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace HaiZhengTong.TestKit;

/// <summary>What a test changes about the host it gets.</summary>
public sealed class TestHostOptions
{
    /// <summary>The host's time, when a test moves it.</summary>
    public FakeTimeProvider? Clock { get; init; }

    /// <summary>Settings beside the database's: "Section:Name".</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Replaces the outside world, or adds a use case that no feature has registered.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Hears what the host says to its operator; nobody does unless a test listens.</summary>
    public TextWriter Console { get; init; } = TextWriter.Null;

    /// <summary>The environment the host believes to be in.</summary>
    public string Environment { get; init; } = "Development";
}
