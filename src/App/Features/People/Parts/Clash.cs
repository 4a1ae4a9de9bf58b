namespace HaiZhengTong.App.Features.People.Parts;

/// <summary>What two people wrote at the same time, field by field: nothing is lost before it is decided.</summary>
public sealed class Clash(IEnumerable<ClashField> fields)
{
    /// <summary>Where the two differ; empty when the other one changed something else.</summary>
    public IReadOnlyList<ClashField> Fields { get; } = [.. fields.Where(field => !ClashField.IsSame(field.Theirs, field.Mine))];

    /// <summary>Whether every field is decided.</summary>
    public bool IsDecided => Fields.All(one => one.IsMine is not null);

    /// <summary>Puts into the draft what was decided.</summary>
    public void Settle()
    {
        foreach (var field in Fields.Where(field => field.IsMine == false))
        {
            field.TakeTheirs();
        }
    }
}
