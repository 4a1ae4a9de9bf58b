using System.Collections.Concurrent;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Domain.SignIn;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.OpenPlatform;

/// <summary>Whose token it is.</summary>
internal sealed record TokenOwner(ApiTokenId Token, PersonId Person, string Account, string Name);

/// <summary>Finds the owner of a bearer token that still counts; it counts for nobody who has yet to choose a password. An answer is remembered for two seconds.</summary>
internal sealed class TokenCheck(IDbContextFactory<AppDbContext> databases, TimeProvider clock)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _usedStep = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    public async ValueTask<TokenOwner?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (!TokenText.IsPossible(token))
        {
            return null;
        }

        var hash = TokenText.Hash(token);
        var now = clock.GetUtcNow();
        if (_answers.TryGetValue(hash, out var known) && now < known.Until)
        {
            return known.Owner;
        }

        if (_answers.Count > MostRemembered)
        {
            _answers.Clear();
        }

        var owner = await AskAsync(hash, now, cancellationToken);
        _answers[hash] = new Answer(owner, now + _fresh);
        return owner;
    }

    /// <summary>Forgets every answer about the token: it was just revoked on this node.</summary>
    public void Forget(ApiTokenId token)
    {
        foreach (var (hash, _) in _answers.Where(entry => entry.Value.Owner?.Token == token))
        {
            _answers.TryRemove(hash, out _);
        }
    }

    private async Task<TokenOwner?> AskAsync(string hash, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await database.ApiTokens
            .Where(token => token.Hash == hash && token.RevokedAt == null && token.ExpiresAt > now)
            .Join(
                database.People.Where(person => person.Status == PersonStatus.Active
                    && !database.Users.Any(user => user.PersonId == person.Id && user.PasswordIsInitial)),
                token => token.PersonId,
                person => person.Id,
                (token, person) => new { Owner = new TokenOwner(token.Id, person.Id, person.Account, person.Name), token.LastUsedAt })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is not null && (found.LastUsedAt is null || now - found.LastUsedAt > _usedStep))
        {
            await using var write = await database.BeginWriteAsync(cancellationToken);
            await database.ApiTokens.Where(token => token.Id == found.Owner.Token)
                .ExecuteUpdateAsync(row => row.SetProperty(token => token.LastUsedAt, now), cancellationToken);
            await write.CommitAsync(cancellationToken);
        }

        return found?.Owner;
    }

    private readonly record struct Answer(TokenOwner? Owner, DateTimeOffset Until);
}
