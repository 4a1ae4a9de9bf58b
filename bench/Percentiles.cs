namespace HaiZhengTong.Bench;

/// <summary>Nearest-rank percentiles of measured times.</summary>
internal sealed class Percentiles(IEnumerable<TimeSpan> times)
{
    private readonly TimeSpan[] _sorted = [.. times.Order()];

    public double Milliseconds(double share) => _sorted[(int)Math.Ceiling(share * _sorted.Length) - 1].TotalMilliseconds;
}
