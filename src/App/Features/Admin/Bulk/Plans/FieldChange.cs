using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk.Plans;

/// <summary>What a row would write over.</summary>
public sealed record FieldChange(ImportField Field, string Before, string After);
