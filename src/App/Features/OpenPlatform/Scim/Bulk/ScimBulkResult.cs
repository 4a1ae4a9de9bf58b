using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Bulk;

/// <summary>What came of one operation.</summary>
/// <param name="Operation">Which.</param>
/// <param name="Result">The resource, null after a removal, or why not.</param>
/// <param name="Location">Where the resource is, as far as it is known.</param>
internal sealed record ScimBulkResult(ScimBulkOperation Operation, Result<ScimResource?> Result, string? Location);
