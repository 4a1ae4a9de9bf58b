namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>What becomes of a row.</summary>
public enum ImportFate
{
    Added = 0,
    Changed = 1,
    Unchanged = 2,
    Refused = 3,
}
