using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.Domain.People.Bulk;

/// <summary>Why a row is refused.</summary>
/// <param name="Field">The column it is about; null for the whole row.</param>
/// <param name="Refusal">The reason.</param>
public sealed record ImportProblem(ImportField? Field, Refusal Refusal);
