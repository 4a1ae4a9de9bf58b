namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <summary>How far a dry run or an import is.</summary>
/// <param name="Stage">"read", "check", "write" or "finish".</param>
/// <param name="Share">From 0 to 1.</param>
public readonly record struct ImportProgress(string Stage, double Share)
{
    public int Percent => (int)(Math.Clamp(Share, 0, 1) * 100);
}
