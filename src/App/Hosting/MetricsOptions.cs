using System.ComponentModel.DataAnnotations;

namespace HaiZhengTong.App.Hosting;

/// <summary>Who may read the figures of this node.</summary>
internal sealed class MetricsOptions
{
    public const string Section = "Metrics";

    /// <summary>What a Prometheus on another machine sends as its bearer token; none: only this machine may read.</summary>
    [MinLength(16)]
    public string? Token { get; set; }
}
