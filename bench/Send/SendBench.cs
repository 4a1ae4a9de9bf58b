using System.Diagnostics;
using HaiZhengTong.App.Features.Chat;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.TestKit;
using HaiZhengTong.TestKit.Databases;

namespace HaiZhengTong.Bench.Send;

/// <summary>Persisted sends a second through the use case, beside the same SQL run bare with the same durability.</summary>
internal static class SendBench
{
    private const int Groups = 1_000;
    private const int Together = 64;
    private const int Rounds = 5;
    private static readonly TimeSpan _warmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _round = TimeSpan.FromSeconds(4);

    public static async Task RunAsync(Database database, CancellationToken cancellationToken)
    {
        var kept = await BenchDatabase.CreateAsync(database, "bench_send");
        await using var host = await TestHost.StartAsync(kept);
        var (many, hot) = await SendData.MakeAsync(host, Groups);
        await using var product = new ProductSender(host.Get<SendMessage>());
        await using ISender bare = database switch
        {
            Database.Sqlite => new BareSqlite(kept.ConnectionString),
            Database.Postgres => new BarePostgres(kept.ConnectionString),
        };

        foreach (var (name, data, about) in new[]
        {
            ("sends-many", many, $"{Groups} groups of 10, {Together} sends under way"),
            ("sends-hot", hot, $"1 group of 500, {Together} sends under way"),
        })
        {
            var (ours, floor) = await CompareAsync(product, bare, () => data.Next(Random.Shared), cancellationToken);
            new Figure("send", name, ours, "sends/s", Figure.NameOf(database), about).Beside("the same SQL bare", floor).Print();
        }
    }

    // Turn about, so that both see the same machine; the median of the rounds.
    private static async Task<(double Ours, double Floor)> CompareAsync(
        ISender product, ISender bare, Func<NewMessage> next, CancellationToken cancellationToken)
    {
        await RateAsync(product, next, _warmUp);
        await RateAsync(bare, next, _warmUp);
        var ours = new List<double>();
        var floor = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ours.Add(await RateAsync(product, next, _round));
            floor.Add(await RateAsync(bare, next, _round));
        }

        return (Median(ours), Median(floor));
    }

    private static async Task<double> RateAsync(ISender sender, Func<NewMessage> next, TimeSpan time)
    {
        using var stop = new CancellationTokenSource(time);
        var watch = Stopwatch.StartNew();
        var acknowledged = await sender.SendAsync(next, Together, stop.Token);
        return acknowledged / watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> rates) => rates.Order().ElementAt(rates.Count / 2);
}
