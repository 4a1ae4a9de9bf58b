using HaiZhengTong.Domain.Kernel;

namespace HaiZhengTong.App.Features.People.Changes;

/// <summary>Of an act only whether it was refused.</summary>
internal static class Refusals
{
    public static async Task<Refusal?> RefusalAsync<T>(this Task<Result<T>> act) => (await act).Refusal;
}
