using HaiZhengTong.App.Features.Trust;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>A wish for a token.</summary>
/// <param name="Person">Whose it will be.</param>
/// <param name="By">Who asks: the person, or null for the operator at the console.</param>
internal sealed record MakeApiTokenRequest(PersonId Person, string Name, int Days, PersonId? By);

/// <summary>A token just made. Its text is shown this once and kept nowhere.</summary>
internal sealed record NewApiToken(ApiTokenId Id, string Text, DateTimeOffset ExpiresAt);

/// <summary>Makes a bearer token for a person's programs.</summary>
internal sealed class MakeApiToken(IDbContextFactory<AppDbContext> databases, AuditLog audit, TimeProvider clock)
{
    public const int MaxDays = 365;
    public const int MaxLive = 20;

    public async Task<Result<NewApiToken>> HandleAsync(MakeApiTokenRequest request, CancellationToken cancellationToken)
    {
        var name = CleanText.Line(request.Name);
        if (name.Length is 0 or > ApiToken.MaxNameLength)
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.TokenName", ApiToken.MaxNameLength);
        }

        if (request.Days is < 1 or > MaxDays)
        {
            return new Refusal(RefusalKind.Invalid, "OpenPlatform.TokenDays", MaxDays);
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var write = await database.BeginWriteAsync(cancellationToken);
        var now = clock.GetUtcNow();
        if (await RefuseAsync(database, request, now, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var text = TokenText.New();
        var token = new ApiToken
        {
            Id = ApiTokenId.New(),
            PersonId = request.Person,
            Name = name,
            Hash = TokenText.Hash(text),
            CreatedAt = now,
            ExpiresAt = now.AddDays(request.Days),
        };
        database.ApiTokens.Add(token);
        await audit.WriteAsync(
            database, request.By, "token.make", $"token:{token.Id}", new { person = request.Person.ToString(), name, request.Days }, cancellationToken);

        await write.CommitAsync(cancellationToken);

        return new NewApiToken(token.Id, text, token.ExpiresAt);
    }

    private static async Task<Refusal?> RefuseAsync(
        AppDbContext database, MakeApiTokenRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (request.By is { } by && by != request.Person)
        {
            return new Refusal(RefusalKind.Forbidden, "OpenPlatform.NotAllowed");
        }

        if (!await database.People.AnyAsync(person => person.Id == request.Person && person.Status == PersonStatus.Active, cancellationToken))
        {
            return new Refusal(RefusalKind.NotFound, "OpenPlatform.NoSuchAccount");
        }

        // The operator's tokens are made by scripts, again and again; they do not use up the person's own.
        var live = await database.ApiTokens.CountAsync(
            token => token.PersonId == request.Person && token.RevokedAt == null && token.ExpiresAt > now, cancellationToken);
        return request.By is not null && live >= MaxLive ? new Refusal(RefusalKind.Conflict, "OpenPlatform.TokensFull", MaxLive) : null;
    }
}
