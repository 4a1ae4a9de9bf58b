using System.Text.Json.Nodes;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Groups;
using HaiZhengTong.App.Features.OpenPlatform.Scim.Users;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;

namespace HaiZhengTong.App.Features.OpenPlatform.Scim;

/// <summary>What a client does to one resource, in the words of HTTP.</summary>
/// <param name="Method">POST, PUT, PATCH or DELETE.</param>
/// <param name="IsUser">A person; else a unit.</param>
/// <param name="Id">Which; null for a new one.</param>
/// <param name="Body">What is sent; null where nothing is.</param>
/// <param name="IfMatch">The version the client saw.</param>
internal sealed record ScimAct(string Method, bool IsUser, Guid? Id, JsonObject? Body, string? IfMatch)
{
    /// <summary>What the client wants back.</summary>
    public ScimSelection Selection { get; init; } = ScimSelection.All;
}

/// <summary>The acts on people.</summary>
internal sealed record ScimUserActs(AddScimUser Add, ChangeScimUser Change, RemoveScimUser Remove);

/// <summary>The acts on units.</summary>
internal sealed record ScimGroupActs(AddScimGroup Add, ChangeScimGroup Change, RemoveScimGroup Remove);

/// <summary>Hands an act on to its use case, for single requests and for those in bulk; decides nothing.</summary>
internal sealed class ScimActs(ScimUserActs users, ScimGroupActs groups)
{
    /// <summary>The resource as it is now; null after a removal.</summary>
    public Task<Result<ScimResource?>> DoAsync(ScimAct act, ScimCaller caller, CancellationToken cancellationToken) => (act.Method, act.Id, act.Body) switch
    {
        ("POST", null, { } body) => Some(act.IsUser
            ? users.Add.HandleAsync(body, caller, cancellationToken)
            : groups.Add.HandleAsync(body, act.Selection, caller, cancellationToken)),
        ("PUT" or "PATCH", { } id, { } body) => Some(act.IsUser
            ? users.Change.HandleAsync(new ChangeScimUserRequest(new PersonId(id), body, act.Method == "PATCH", act.IfMatch), caller, cancellationToken)
            : groups.Change.HandleAsync(new ChangeScimGroupRequest(new UnitId(id), body, act.Method == "PATCH", act.IfMatch) { Selection = act.Selection }, caller, cancellationToken)),
        ("DELETE", { } id, _) => None(act.IsUser
            ? users.Remove.HandleAsync(new PersonId(id), act.IfMatch, caller, cancellationToken)
            : groups.Remove.HandleAsync(new UnitId(id), act.IfMatch, caller, cancellationToken)),
        _ => Task.FromResult<Result<ScimResource?>>(new Refusal(RefusalKind.Invalid, "OpenPlatform.ScimSyntax")),
    };

    private static async Task<Result<ScimResource?>> Some(Task<Result<ScimResource>> act) =>
        (await act).Match<Result<ScimResource?>>(resource => resource, refusal => refusal);

    private static async Task<Result<ScimResource?>> None(Task<Result<Done>> act) =>
        (await act).Match<Result<ScimResource?>>(_ => (ScimResource?)null, refusal => refusal);
}
