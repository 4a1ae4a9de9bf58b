namespace HaiZhengTong.App.Features.Admin.Bulk.Writing;

/// <summary>Counts the rows of an import while they are written.</summary>
internal sealed class RowMeter(IProgress<ImportProgress> progress, long total)
{
    // The commit and what comes before it are the last part of the way.
    private const double WritingShare = 0.85;

    private long _done;

    public void Count(int rows)
    {
        _done += rows;
        progress.Report(new ImportProgress("write", WritingShare * Math.Min(1, _done / (double)Math.Max(total, 1))));
    }

    public void Finish(double share) => progress.Report(new ImportProgress("finish", WritingShare + ((1 - WritingShare) * share)));
}
