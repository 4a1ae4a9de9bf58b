using System.Globalization;
using HaiZhengTong.Bench;
using HaiZhengTong.Bench.DirectorySearch;
using HaiZhengTong.Bench.Import;
using HaiZhengTong.Bench.Send;
using HaiZhengTong.TestKit.Databases;

Figure.TakeOutput();
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var benches = new Dictionary<string, Func<Database, CancellationToken, Task>>
{
    ["directory-search"] = DirectorySearchBench.RunAsync,
    ["import"] = ImportBench.RunAsync,
    ["send"] = SendBench.RunAsync,
};
if (args.Length == 0 || !benches.TryGetValue(args[0], out var run))
{
    await Console.Error.WriteLineAsync($"Say what to measure: {string.Join(", ", benches.Keys)}; then, if you like, sqlite or postgres.");
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var databases = args.Length > 1 ? args[1..].Select(name => Enum.Parse<Database>(name, ignoreCase: true)) : Enum.GetValues<Database>();
foreach (var database in databases)
{
    await run(database, stop.Token);
}

return 0;
