using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using HaiZhengTong.TestKit.Databases;

namespace HaiZhengTong.Bench;

/// <summary>One number, with what it was measured on and beside.</summary>
internal sealed record Figure(string Bench, [property: JsonPropertyName("figure")] string Name, double Value, string Unit, string Database, string Data)
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // What the application says goes to the other stream, so that this one is all figures.
    private static TextWriter _figures = TextWriter.Null;

    public string? Peer { get; init; }

    public double? PeerValue { get; init; }

    public double? Ratio { get; init; }

    /// <summary>Keeps the standard output for figures.</summary>
    public static void TakeOutput()
    {
        _figures = Console.Out;
        Console.SetOut(Console.Error);
    }

    public static string NameOf(Database database) => database switch
    {
        TestKit.Databases.Database.Sqlite => "sqlite",
        TestKit.Databases.Database.Postgres => "postgresql",
    };

    /// <summary>The same with a peer measured in the same run; the ratio is value over peer.</summary>
    public Figure Beside(string peer, double value) => this with { Peer = peer, PeerValue = Rounded(value), Ratio = Rounded(Value / value) };

    public void Print() => _figures.WriteLine(JsonSerializer.Serialize(this with { Value = Rounded(Value) }, _json));

    private static double Rounded(double value) => value >= 100 ? Math.Round(value) : Math.Round(value, 3);
}
