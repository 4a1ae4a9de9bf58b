using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Audiences;

/// <summary>A unit inside an office, or the office itself, while a query is being put together.</summary>
internal sealed class InnerUnit
{
    public required UnitId OfficeId { get; init; }

    public required UnitId UnitId { get; init; }
}
