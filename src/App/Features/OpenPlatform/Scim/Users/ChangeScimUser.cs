using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Patches;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Schemas;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim.Users;

/// <param name="User">Whom.</param>
/// <param name="Body">The whole resource (PUT), or operations on it (PATCH).</param>
/// <param name="IsPatch">Which of the two.</param>
/// <param name="IfMatch">The version the client saw; null where it does not say.</param>
internal sealed record ChangeScimUserRequest(PersonId User, JsonObject Body, bool IsPatch, string? IfMatch);

/// <summary>Makes a person what the client wants, whole or not at all.</summary>
internal sealed class ChangeScimUser(ScimWrites writes, ScimUserWriter writer)
{
    public Task<Result<ScimResource>> HandleAsync(ChangeScimUserRequest request, ScimCaller caller, CancellationToken cancellationToken) =>
        writes.DoAsync(caller, database => ChangeAsync(database, request, caller, cancellationToken), cancellationToken);

    private async Task<Result<ScimResource>> ChangeAsync(
        AppDbContext database, ChangeScimUserRequest request, ScimCaller caller, CancellationToken cancellationToken)
    {
        var found = await ScimUsers.FindAsync(database, caller, request.User, isTracked: true, cancellationToken);
        if ((found.Refusal ?? ScimWrites.CheckVersion(request.IfMatch, found.Value.Tag)) is { } refusal)
        {
            return refusal;
        }

        var current = ScimUserView.Of(found.Value, caller).Json;
        var wanted = request.IsPatch ? ScimPatch.Apply(ScimTypes.User, current, request.Body) : request.Body;
        if (wanted.Refusal is { } misled)
        {
            return misled;
        }

        var draft = new ScimUserReader(wanted.Value, current, request.IsPatch).Read();
        if ((draft.Refusal ?? await writer.WriteAsync(database, caller, found.Value, draft.Value, cancellationToken)) is { } unfit)
        {
            return unfit;
        }

        var written = await ScimUsers.FindAsync(database, caller, request.User, isTracked: true, cancellationToken);
        return written.Match<Result<ScimResource>>(user => ScimUserView.Of(user, caller), refused => refused);
    }
}
