using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.People.Duties;

/// <param name="Code">Which duty.</param>
/// <param name="IsRetired">True to offer it no longer, false to offer it again.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record RetireDutyRequest(string Code, bool IsRetired, long Version);

/// <summary>Takes a duty off the offer, or puts it back; the posts that carry it keep it.</summary>
public sealed class RetireDuty(DutyChanges changes)
{
    public Task<Result<Done>> HandleAsync(RetireDutyRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.ChangeAsync(
            request.IsRetired ? "duty.retire" : "duty.restore", (request.Code, request.Version), by, (_, duty) => Task.FromResult(Retire(duty, request.IsRetired)), cancellationToken);
    }

    private static (Refusal? Refusal, object Detail) Retire(Duty duty, bool isRetired)
    {
        duty.Retire(isRetired);
        return (null, new { duty.Name });
    }
}
