using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>Every row's fate, counted; the first rows of each and, within bounds, all that are refused.</summary>
/// <param name="shown">How many rows of each fate are kept to be shown.</param>
public sealed class ImportReport(int shown = ImportReport.FirstRows) : IDisposable
{
    /// <summary>How many rows of each fate are shown.</summary>
    public const int FirstRows = 50;

    /// <summary>How many refused rows the error file holds at most.</summary>
    public const int MaxRefused = 10_000;

    private readonly int[] _counts = new int[Enum.GetValues<ImportFate>().Length];
    private readonly List<RowOutcome>[] _first = [[], [], [], []];
    private readonly List<RowOutcome> _refused = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? _digest;

    public IReadOnlyList<RowOutcome> Refused => _refused;

    public int Total => _counts.Sum();

    /// <summary>True when there is something to write and nothing in the way.</summary>
    public bool IsReady => this[ImportFate.Refused] == 0 && this[ImportFate.Added] + this[ImportFate.Changed] > 0;

    /// <summary>The same for the same file on the same state of the directory, and for no other.</summary>
    public string Digest => _digest ??= Convert.ToHexStringLower(_hash.GetHashAndReset());

    public int this[ImportFate fate] => _counts[(int)fate];

    public IReadOnlyList<RowOutcome> First(ImportFate fate) => _first[(int)fate];

    public void Add(RowOutcome outcome)
    {
        _counts[(int)outcome.Fate]++;
        Keep(_first[(int)outcome.Fate], shown, outcome);
        if (outcome.Fate == ImportFate.Refused)
        {
            Keep(_refused, MaxRefused, outcome);
        }

        Hash(outcome);
    }

    public void Dispose() => _hash.Dispose();

    private static void Keep(List<RowOutcome> list, int most, RowOutcome outcome)
    {
        if (list.Count < most)
        {
            list.Add(outcome);
        }
    }

    private void Hash(RowOutcome outcome)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{outcome.Row.Number}|{(int)outcome.Fate}|{outcome.Stands}");
        foreach (var change in outcome.Changes)
        {
            text.Append(CultureInfo.InvariantCulture, $"|{(int)change.Field}:{change.Before.Length}:{change.Before}>{change.After.Length}:{change.After}");
        }

        _hash.AppendData(Encoding.UTF8.GetBytes(text.Append('\n').ToString()));
    }
}
