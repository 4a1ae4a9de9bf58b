namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>What a column of a file may hold.</summary>
public enum ImportField
{
    /// <summary>Which unit: an id, a division code, or the names on the way down, 海南省/省政府机关/省教育厅.</summary>
    Unit = 0,

    Name = 1,

    ShortName = 2,

    Kind = 3,

    /// <summary>The unit above in the administrative line, told like <see cref="Unit"/>.</summary>
    Parent = 4,

    /// <summary>The unit above in the business line, told like <see cref="Unit"/>.</summary>
    Superior = 5,

    Sort = 6,

    Account = 7,

    /// <summary>How the name is read, syllables apart.</summary>
    Reading = 8,

    Mobile = 9,

    Title = 10,

    /// <summary>A duty's code or name.</summary>
    Duty = 11,

    OfficePhone = 12,

    Room = 13,

    /// <summary>Whether it is the person's main post: yes or no.</summary>
    Main = 14,

    /// <summary>The place in the unit's order, the head first.</summary>
    Rank = 15,

    /// <summary>Who is shown the post.</summary>
    Visibility = 16,

    /// <summary>The last day of a temporary post.</summary>
    EndsOn = 17,
}
