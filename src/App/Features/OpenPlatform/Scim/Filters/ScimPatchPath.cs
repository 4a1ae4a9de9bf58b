namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Filters;

/// <summary>Where a PATCH operation goes: <c>members[value eq "x"]</c>, <c>phoneNumbers[type eq "work"].value</c>, <c>name.formatted</c>.</summary>
/// <param name="Path">The attribute.</param>
/// <param name="Element">Which of its values; null for all of it.</param>
/// <param name="Sub">Which part; null for the whole.</param>
internal sealed record ScimPatchPath(ScimPath Path, ScimFilter? Element, string? Sub);
