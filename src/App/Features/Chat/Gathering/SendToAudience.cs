using System.Security.Cryptography;
using HaiZhengTong.App.Features.People.Audiences;
using HaiZhengTong.Domain.Chat;
using HaiZhengTong.Domain.Kernel;
using HaiZhengTong.Domain.People;
using HaiZhengTong.Infrastructure.Data;
using Microsoft.EntityFrameworkCore;

namespace HaiZhengTong.App.Features.Chat.Gathering;

/// <param name="RequestId">Made by the sender, once: the same request again sends to nobody twice.</param>
/// <param name="Rules">Whom to send to.</param>
/// <param name="Body">What to say.</param>
public sealed record SendToAudienceRequest(Guid RequestId, IReadOnlyList<AudienceRule> Rules, string Body);

/// <summary>What a message to each of an audience came to.</summary>
/// <param name="Sent">To how many it went.</param>
/// <param name="LeftOut">How many may not be written to.</param>
public sealed record SentToAudience(int Sent, int LeftOut);

/// <summary>Sends one message to each of an audience, in the direct chat with each. For few; a group is for many.</summary>
public sealed class SendToAudience(IDbContextFactory<AppDbContext> databases, OpenDirectChat open, SendMessage send)
{
    /// <summary>The most people one message goes to.</summary>
    public const int MaxPeople = 200;

    public async Task<Result<SentToAudience>> HandleAsync(SendToAudienceRequest request, PersonId by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.RequestId == Guid.Empty)
        {
            return new Refusal(RefusalKind.Invalid, "Chat.ClientIdMissing");
        }

        if (Message.CheckBody(request.Body).Refusal is { } unfit)
        {
            return unfit;
        }

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var found = await GatheredPeople.FindAsync(database, request.Rules, by, MaxPeople, cancellationToken);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var sent = 0;
        foreach (var person in found.Value.People)
        {
            sent += await SendAsync(request, person, by, cancellationToken) ? 1 : 0;
        }

        return new SentToAudience(sent, found.Value.LeftOut + found.Value.People.Count - sent);
    }

    private async Task<bool> SendAsync(SendToAudienceRequest request, PersonId person, PersonId by, CancellationToken cancellationToken)
    {
        var chat = await open.HandleAsync(person, by, cancellationToken);
        return chat.Refusal is null
            && (await send.HandleAsync(new SendMessageRequest(chat.Value, ClientIdOf(request.RequestId, person), request.Body), by, cancellationToken)).Refusal is null;
    }

    // The same request makes the same id for the same person, so that a repeat finds what was sent.
    private static Guid ClientIdOf(Guid request, PersonId person) =>
        new(SHA256.HashData([.. request.ToByteArray(), .. person.Value.ToByteArray()]).AsSpan(0, 16));
}
