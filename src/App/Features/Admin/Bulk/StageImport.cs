using HaiZhengTong.App.Features.Admin.Bulk.Reading;
using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.People.Bulk;

namespace HaiZhengTong.App.Features.Admin.Bulk;

/// <param name="Name">The file's name.</param>
/// <param name="Content">Its bytes; read once, to the end.</param>
/// <param name="Kind">What its lines are.</param>
internal sealed record StageImportRequest(string Name, Stream Content, ImportKind Kind);

/// <summary>Takes a file in, looks at what it is, and guesses what its columns mean. Nothing of it is in the directory yet.</summary>
internal sealed class StageImport(Powers powers, ImportDesk desk)
{
    public async Task<Result<ImportJob>> HandleAsync(StageImportRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((await powers.ManagedRootsAsync(by, cancellationToken)).Count == 0)
        {
            return new Refusal(RefusalKind.NotFound, "Admin.NotFound");
        }

        if (desk.Of(by) is { IsAtWork: true })
        {
            return new Refusal(RefusalKind.Conflict, "Bulk.AtWork");
        }

        var staged = await FileStage.PutAsync(request.Name, request.Content, cancellationToken);
        if (staged.Refusal is { } refusal)
        {
            return refusal;
        }

        var job = new ImportJob(by, request.Kind, staged.Value);
        await desk.PutAsync(job);
        return job;
    }
}
