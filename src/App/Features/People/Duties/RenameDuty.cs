using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.People.Duties;

/// <param name="Code">Which duty.</param>
/// <param name="Name">The new name in Chinese.</param>
/// <param name="NameEn">The new name in English.</param>
/// <param name="Version">The version the caller saw.</param>
public sealed record RenameDutyRequest(string Code, string Name, string? NameEn, long Version);

/// <summary>Gives a duty other names; posts and audiences keep its code.</summary>
public sealed class RenameDuty(DutyChanges changes)
{
    public Task<Result<Done>> HandleAsync(RenameDutyRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return changes.ChangeAsync("duty.rename", (request.Code, request.Version), by, RenameAsync, cancellationToken);

        async Task<(Refusal? Refusal, object Detail)> RenameAsync(AppDbContext database, Duty duty)
        {
            var before = duty.Name;
            var refusal = duty.Rename(request.Name, request.NameEn) ?? await DutyChanges.CheckNameAsync(database, duty, cancellationToken);
            return (refusal, new { from = before, to = duty.Name });
        }
    }
}
