namespace HaiZhengTong.App.Features.People.Answers;

/// <summary>A person's post in a unit.</summary>
internal sealed record UnitPersonAnswer(Guid PostId, Guid PersonId, string Name, string Title, Guid UnitId, string Unit)
{
    public string? OfficePhone { get; init; }

    public string? MaskedMobile { get; init; }

    public static UnitPersonAnswer From(UnitPerson row) =>
        new(row.PostId.Value, row.PersonId.Value, row.Name, row.Title, row.UnitId.Value, row.UnitName)
        {
            OfficePhone = row.OfficePhone,
            MaskedMobile = row.MaskedMobile,
        };
}
