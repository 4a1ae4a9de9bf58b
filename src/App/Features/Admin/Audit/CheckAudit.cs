using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.Admin.Audit;

/// <summary>Lets a province administrator see whether the audit's chain is whole.</summary>
internal sealed class CheckAudit(VerifyAudit verify, Powers powers)
{
    public async Task<Result<AuditVerdict>> HandleAsync(PersonId by, CancellationToken cancellationToken) =>
        await powers.IsProvinceAdministratorAsync(by, cancellationToken)
            ? await verify.HandleAsync(cancellationToken)
            : new Refusal(RefusalKind.NotFound, "Admin.NotFound");
}
